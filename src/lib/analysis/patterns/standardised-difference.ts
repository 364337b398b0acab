import type { Axes, Embedding } from './embedding';

/**
 * How far the stories of a pattern stand from the others on each block: |mean inside - mean outside| / sqrt(pooled trace
 * of the covariances within), the multivariate form of a standardised mean difference. 0: alike; 1: as far as the
 * spread. Over those who answered the block. Not a test: the same answers made the patterns (METHOD 2b).
 *
 * @param inside 1 per row of the pattern
 * @returns one per block; null where one side has no answer, or both do not vary at all
 */
export function standardisedDifferences(embedding: Embedding, inside: Uint8Array): readonly (number | null)[] {
  return embedding.blocks.map((axes, block) => {
    const sides = sidesOf(embedding, inside, { axes, block });
    return differenceOf(sides);
  });
}

/** Means and squared deviations of one block, of the rows outside (0) and inside (1). */
interface Sides {
  readonly n: readonly [number, number];
  readonly means: readonly [Float64Array, Float64Array];
  readonly squared: number;
}

function differenceOf({ n: [out, inside], means: [meanOut, meanIn], squared }: Sides): number | null {
  if (out === 0 || inside === 0 || squared === 0) return null;
  const apart = Math.sqrt(meanIn.reduce((sum, mean, axis) => sum + (mean - (meanOut[axis] ?? 0)) ** 2, 0));
  return apart / Math.sqrt(squared / Math.max(1, out + inside - 2));
}

function sidesOf(embedding: Embedding, inside: Uint8Array, { axes, block }: { axes: Axes; block: number }): Sides {
  const { rows, width, coordinates, combination, combinations } = embedding;
  const n: [number, number] = [0, 0];
  const means: [Float64Array, Float64Array] = [new Float64Array(axes.width), new Float64Array(axes.width)];
  let squared = 0;
  for (let row = 0; row < rows; row += 1) {
    if (combinations[combination[row] ?? 0]?.[block] !== 1) continue;
    const side = inside[row] === 1 ? 1 : 0;
    const mean = means[side];
    const count = n[side] + 1;
    n[side] = count;
    // Welford's running mean and sum of squares.
    for (let axis = 0; axis < axes.width; axis += 1) {
      const value = coordinates[row * width + axes.offset + axis] ?? 0;
      const before = value - (mean[axis] ?? 0);
      mean[axis] = (mean[axis] ?? 0) + before / count;
      squared += before * (value - (mean[axis] ?? 0));
    }
  }
  return { n, means, squared };
}
