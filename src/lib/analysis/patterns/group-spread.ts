import type { Embedding } from './embedding';

/** Where the answers of one group to one block lie. */
export interface GroupSpread {
  /** Who answered. */
  readonly n: number;
  /** In design-scaled coordinates; zeros where nobody answered. */
  readonly mean: Float64Array;
  /** Sum of squared distances from the mean. */
  readonly squared: number;
}

/** The spread of every group on one block, in one pass (Welford's running mean and sum of squares). */
export function groupSpreads(
  embedding: Embedding,
  block: number,
  group: Uint8Array,
  groups: number,
): readonly GroupSpread[] {
  const { rows, coordinates, combination, combinations } = embedding;
  const { offset, width } = embedding.blocks[block] ?? { offset: 0, width: 0 };
  const answers = Uint8Array.from(combinations, (answered) => answered[block] ?? 0);
  const n = new Float64Array(groups);
  const means = new Float64Array(groups * width);
  const squared = new Float64Array(groups);
  for (let row = 0; row < rows; row += 1) {
    if (answers[combination[row] ?? 0] !== 1) continue;
    const own = group[row] ?? 0;
    const count = (n[own] ?? 0) + 1;
    n[own] = count;
    for (let axis = 0; axis < width; axis += 1) {
      const value = coordinates[row * embedding.width + offset + axis] ?? 0;
      const at = own * width + axis;
      const before = value - (means[at] ?? 0);
      const mean = (means[at] ?? 0) + before / count;
      means[at] = mean;
      squared[own] = (squared[own] ?? 0) + before * (value - mean);
    }
  }
  return Array.from(n, (count, own) => ({
    n: count,
    mean: means.slice(own * width, (own + 1) * width),
    squared: squared[own] ?? 0,
  }));
}

/** Several groups as one (Chan, Golub and LeVeque 1983, The American Statistician 37, 242-247). */
export function together(spreads: readonly GroupSpread[]): GroupSpread {
  const n = spreads.reduce((sum, spread) => sum + spread.n, 0);
  const width = spreads[0]?.mean.length ?? 0;
  const mean = Float64Array.from({ length: width }, (_, axis) =>
    n === 0 ? 0 : spreads.reduce((sum, spread) => sum + spread.n * (spread.mean[axis] ?? 0), 0) / n,
  );
  const squared = spreads.reduce((sum, spread) => {
    const apart = spread.mean.reduce((total, at, axis) => total + (at - (mean[axis] ?? 0)) ** 2, 0);
    return sum + spread.squared + spread.n * apart;
  }, 0);
  return { n, mean, squared };
}
