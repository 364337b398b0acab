import { simplifiedSilhouette } from './between';
import type { Embedding } from './embedding';
import type { Nearest } from './nearest';

/** Stories worth reading first, as rows of the story set. */
export interface TellingStories {
  /** Nearest to the pattern's centre, nearest first. */
  readonly medoids: readonly number[];
  /** Of the pattern, but nearly of another: nearest to the border first. */
  readonly border: readonly BorderStory[];
}

export interface BorderStory {
  readonly story: number;
  /** The pattern it nearly belongs to. */
  readonly towards: number;
}

/** METHOD 2b. */
const SHOWN = 3;
/** Stories of the reading list "few but different". */
const FEW = 12;

/**
 * The stories nearest to a pattern's centre and those nearest to its border. Equally near: the earlier row.
 *
 * @param readable 1 per story of the set that may be opened; left out, every story counts
 */
export function tellingStories(
  embedding: Embedding,
  near: Nearest,
  pattern: number,
  readable?: Uint8Array,
): TellingStories {
  const { story } = embedding;
  const own = rowsWhere(embedding, (row) => near.centre[row] === pattern, readable);
  const silhouetteOf = (row: number): number =>
    simplifiedSilhouette(near.distance[row] ?? 0, near.nextDistance[row] ?? Infinity);
  return {
    medoids: least(own, (row) => near.distance[row] ?? Infinity, SHOWN).map((row) => story[row] ?? 0),
    border: least(own, silhouetteOf, SHOWN).map((row) => ({ story: story[row] ?? 0, towards: near.next[row] ?? 0 })),
  };
}

/**
 * The reading list "few but different": the stories farthest from every pattern's centre, farthest first, as rows of the
 * story set. They are told too seldom to be a pattern, and are no outliers to be rid of.
 */
export function fewButDifferent(embedding: Embedding, near: Nearest, readable?: Uint8Array): readonly number[] {
  const all = rowsWhere(embedding, () => true, readable);
  return least(all, (row) => -(near.distance[row] ?? 0), FEW).map((row) => embedding.story[row] ?? 0);
}

function rowsWhere(embedding: Embedding, belongs: (row: number) => boolean, readable?: Uint8Array): readonly number[] {
  const rows: number[] = [];
  for (let row = 0; row < embedding.rows; row += 1) {
    if (belongs(row) && (!readable || readable[embedding.story[row] ?? 0] === 1)) rows.push(row);
  }
  return rows;
}

/** The `count` rows with the least value, in order; kept sorted as they come, because few of many are wanted. */
function least(rows: readonly number[], valueOf: (row: number) => number, count: number): readonly number[] {
  const kept: { row: number; value: number }[] = [];
  for (const row of rows) {
    const value = valueOf(row);
    if (kept.length === count && value >= (kept[count - 1]?.value ?? Infinity)) continue;
    const at = kept.findIndex((other) => value < other.value);
    kept.splice(at === -1 ? kept.length : at, 0, { row, value });
    if (kept.length > count) kept.pop();
  }
  return kept.map(({ row }) => row);
}
