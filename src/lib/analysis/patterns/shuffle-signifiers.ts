import type { SeededRandom } from '../random/seeded-random';
import { shuffle } from '../random/shuffle';
import { squaresOf, type Axes, type Embedding } from './embedding';

/**
 * The same answers without their company: each signifier's answers are dealt anew among the stories, each signifier by
 * itself. Every question keeps its own shape and every story the blocks it answered; only how questions go together is lost.
 *
 * A signifier of several blocks is dealt as a whole, among the stories that answered the same of its blocks, so that what
 * holds within one question (three feelings of ten) is not taken for a pattern.
 */
export function shuffleSignifiers(embedding: Embedding, random: SeededRandom): Embedding {
  const coordinates = embedding.coordinates.slice();
  for (const axes of bySignifier(embedding.blocks)) {
    for (const rows of dealtAmong(embedding, axes)) {
      const from = rows.slice();
      shuffle(from, random);
      for (const { offset, width } of axes) copyBlock(embedding, coordinates, { from, to: rows, offset, width });
    }
  }
  return { ...embedding, coordinates, squares: squaresOf(coordinates, embedding.width) };
}

function bySignifier(blocks: readonly Axes[]): readonly (readonly Axes[])[] {
  return [...new Set(blocks.map(({ signifier }) => signifier))].map((id) =>
    blocks.filter((axes) => axes.signifier === id),
  );
}

/** Rows in groups that answered the same of these blocks; those who answered none are left out. */
function dealtAmong(
  { rows, blocks, combination, combinations }: Embedding,
  axes: readonly Axes[],
): readonly Uint32Array[] {
  const numbers = axes.map((one) => blocks.indexOf(one));
  const keys = combinations.map((answered) => numbers.map((block) => answered[block] ?? 0).join(''));
  const groups = new Map<string, number[]>();
  for (let row = 0; row < rows; row += 1) {
    const key = keys[combination[row] ?? 0] ?? '';
    if (!key.includes('1')) continue;
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return Array.from(groups.values(), (group) => Uint32Array.from(group));
}

interface Copied {
  readonly from: Uint32Array;
  readonly to: Uint32Array;
  readonly offset: number;
  readonly width: number;
}

function copyBlock(
  { coordinates, width: row }: Embedding,
  into: Float64Array,
  { from, to, offset, width }: Copied,
): void {
  for (let i = 0; i < to.length; i += 1) {
    for (let axis = offset; axis < offset + width; axis += 1) {
      into[(to[i] ?? 0) * row + axis] = coordinates[(from[i] ?? 0) * row + axis] ?? 0;
    }
  }
}
