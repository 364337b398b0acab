import type { Embedding } from './embedding';

/**
 * Mean silhouette of a partition (Rousseeuw 1987, J. Comput. Appl. Math. 20, 53-65), in [-1, 1]: per row (b - a) /
 * max(a, b), a the mean distance to its own group, b the least mean distance to another. Distances are Euclidean over the
 * jointly answered blocks, rescaled to all blocks; pairs with no joint block are left out. A row alone in its group counts 0.
 *
 * O(rows²): for checking and for small sets. Patterns use the simplified form, which needs only the centres.
 */
export function silhouette(embedding: Embedding, group: Uint8Array, groups: number): number {
  const { rows } = embedding;
  let total = 0;
  const sums = new Float64Array(groups);
  const pairs = new Float64Array(groups);
  for (let row = 0; row < rows; row += 1) {
    sums.fill(0);
    pairs.fill(0);
    for (let other = 0; other < rows; other += 1) {
      const distance = other === row ? null : rowDistance(embedding, row, other);
      if (distance === null) continue;
      const at = group[other] ?? 0;
      sums[at] = (sums[at] ?? 0) + distance;
      pairs[at] = (pairs[at] ?? 0) + 1;
    }
    total += widthOf(sums, pairs, group[row] ?? 0);
  }
  return rows === 0 ? Number.NaN : total / rows;
}

function widthOf(sums: Float64Array, pairs: Float64Array, own: number): number {
  if ((pairs[own] ?? 0) === 0) return 0;
  const a = (sums[own] ?? 0) / (pairs[own] ?? 1);
  let b = Infinity;
  sums.forEach((sum, group) => {
    const count = pairs[group] ?? 0;
    if (group !== own && count > 0) b = Math.min(b, sum / count);
  });
  const most = Math.max(a, b);
  return most === 0 || b === Infinity ? 0 : (b - a) / most;
}

/** sqrt(blocks/joint · Σ over jointly answered blocks); null where nothing was answered by both. */
function rowDistance(
  { width, blocks, coordinates, combination, combinations }: Embedding,
  one: number,
  other: number,
): number | null {
  const mine = combinations[combination[one] ?? 0];
  const theirs = combinations[combination[other] ?? 0];
  let joint = 0;
  let sum = 0;
  for (let block = 0; block < blocks.length; block += 1) {
    if (mine?.[block] !== 1 || theirs?.[block] !== 1) continue;
    joint += 1;
    const axes = blocks[block];
    for (let axis = axes?.offset ?? 0, end = axis + (axes?.width ?? 0); axis < end; axis += 1) {
      sum += ((coordinates[one * width + axis] ?? 0) - (coordinates[other * width + axis] ?? 0)) ** 2;
    }
  }
  return joint === 0 ? null : Math.sqrt((sum * blocks.length) / joint);
}
