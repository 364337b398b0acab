import { advance, UNWATCHED, type Progress } from '../progress';
import type { SeededRandom } from '../random/seeded-random';
import { contingency } from './contingency';
import { rowsOf, type Embedding } from './embedding';
import { kMeans } from './k-means';
import { sampledRows } from './sampled-rows';

export const BOOTSTRAPS = 100;
/** Bootstraps draw from at most this many stories. */
const BOOTSTRAP_ROWS = 5_000;
const BOOTSTRAP_RESTARTS = 10;

interface Drawing {
  /** BOOTSTRAPS unless a check has less time. */
  readonly bootstraps?: number;
  readonly progress?: Progress;
}

/**
 * How stable each pattern is when other stories of the same kind had been told (Hennig 2007, Comput. Stat. Data Anal. 52,
 * 258-271; R's fpc::clusterboot): stories are drawn with replacement, clustered again, and each pattern meets the new
 * group most like it. Per pattern the mean Jaccard similarity, in [0, 1], over the drawn stories, each once. High
 * stability is not validity: k-means can be stable about nothing, which is why the independence null comes first.
 *
 * @param centre per row the number of its pattern
 */
export function bootstrapStability(
  all: Embedding,
  centre: Uint8Array,
  count: number,
  random: SeededRandom,
  { bootstraps = BOOTSTRAPS, progress = UNWATCHED }: Drawing = {},
): Float64Array {
  const sampled = sampledRows(all.rows, BOOTSTRAP_ROWS, random.fork('sample'));
  const embedding = rowsOf(all, sampled);
  const own = Uint8Array.from(sampled, (row) => centre[row] ?? 0);
  const sums = new Float64Array(count);
  for (let i = 0; i < bootstraps; i += 1) {
    const source = random.fork(`bootstrap ${i}`);
    const rows = drawnOnce(embedding.rows, source);
    const fit = kMeans(rowsOf(embedding, rows), { count, restarts: BOOTSTRAP_RESTARTS, random: source });
    const likeness = bestJaccards(
      Uint8Array.from(rows, (row) => own[row] ?? 0),
      fit.centre,
      count,
    );
    likeness.forEach((value, pattern) => (sums[pattern] = (sums[pattern] ?? 0) + value));
    advance(progress, i + 1, bootstraps);
  }
  return sums.map((sum) => sum / bootstraps);
}

/** The different rows of a draw with replacement of as many as there are: about 63 in 100. */
function drawnOnce(rows: number, random: SeededRandom): Uint32Array {
  const drawn = new Uint8Array(rows);
  for (let i = 0; i < rows; i += 1) drawn[random.below(rows)] = 1;
  return Uint32Array.from(drawn.keys()).filter((row) => drawn[row] === 1);
}

/** Per group of the first partition the greatest Jaccard similarity with a group of the second; 0 for a group that is empty. */
function bestJaccards(own: Uint8Array, again: Uint8Array, count: number): Float64Array {
  const table = contingency(own, again, count, count);
  const at = (row: number, column: number): number => table[row * count + column] ?? 0;
  const groups = Array.from({ length: count }, (_, group) => group);
  const sizes = groups.map((row) => groups.reduce((sum, column) => sum + at(row, column), 0));
  const sizesAgain = groups.map((column) => groups.reduce((sum, row) => sum + at(row, column), 0));
  return Float64Array.from(groups, (row) =>
    Math.max(
      ...groups.map((column) => {
        const either = (sizes[row] ?? 0) + (sizesAgain[column] ?? 0) - at(row, column);
        return either === 0 ? 0 : at(row, column) / either;
      }),
    ),
  );
}

/** What a mean Jaccard similarity is called; `not_shown` is no pattern that anybody should look at. */
export type Stability = 'stable' | 'fairly_stable' | 'tentative' | 'not_shown';

/** METHOD 2b: from .85 stable, from .75 fairly stable, from .60 tentative with uncertain borders, below not shown. */
export function stabilityOf(jaccard: number): Stability {
  if (jaccard >= 0.85) return 'stable';
  if (jaccard >= 0.75) return 'fairly_stable';
  return jaccard >= 0.6 ? 'tentative' : 'not_shown';
}
