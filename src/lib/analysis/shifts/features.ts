import type { BinGrid } from './bins';
import { binDistances } from './distance';

/** A grid's bins as points whose squared distances are the Euclidean distances of the bins. */
export interface Features {
  /** Features per bin, at least 1. */
  readonly width: number;
  /** Bins row by row. Weighted by the pooled counts each feature sums to 0. */
  readonly values: Float64Array;
  /** Share of the pooled answers' spread that the features hold, in (0, 1]; 1 when nothing was left out. */
  readonly kept: number;
}

/**
 * Writes the energy statistic as a sum of squares. Euclidean distance is of negative type (Schoenberg 1938), so the
 * distances centred over the pooled counts t,
 *
 *     K(i,j) = (r_i + r_j - D_ij - mean)/2,   r = D t / N,
 *
 * are inner products: K = F F'. A group with bin counts g (n of N stories) has g'F = S and, because F is centred,
 * E = N/(n(N-n)) · 2 |S|². What the group adds up to is then a sum over its clusters, which is all a permutation has to
 * redo (Sejdinovic et al. 2013, Annals of Statistics 41, 2263-2291, for the equivalence).
 *
 * F comes from a Cholesky factorisation that always takes the bin with the most unexplained spread next (pivoted by
 * weight; Fine and Scheinberg 2001, JMLR 2, 243-264) and stops at `most` features or once `enough` of the spread is held.
 * Leaving some out does not touch the validity of a permutation test: pooled counts are the same under every
 * permutation, so the observed and the permuted statistics are the same function of the labels.
 *
 * @param counts pooled answers per bin
 */
export function featuresOf(grid: BinGrid, counts: Float64Array, most: number, enough: number): Features {
  const { count } = grid;
  const inner = centredProducts(grid, counts);
  const left = Float64Array.from({ length: count }, (_, i) => Math.max(0, inner[i * count + i] ?? 0));
  const spread = (): number => left.reduce((sum, value, i) => sum + value * (counts[i] ?? 0), 0);
  const all = spread();
  const columns: Float64Array[] = [];
  while (columns.length < most && spread() > (1 - enough) * all) {
    const pivot = heaviest(left, counts);
    const height = Math.sqrt(left[pivot] ?? 0);
    if (!(height > 1e-9)) break;
    const column = new Float64Array(count);
    for (let i = 0; i < count; i += 1) {
      let value = inner[i * count + pivot] ?? 0;
      for (const earlier of columns) value -= (earlier[i] ?? 0) * (earlier[pivot] ?? 0);
      column[i] = value / height;
      left[i] = Math.max(0, (left[i] ?? 0) - (value / height) ** 2);
    }
    columns.push(column);
  }
  const width = Math.max(1, columns.length);
  const values = new Float64Array(count * width);
  columns.forEach((column, k) => column.forEach((value, i) => (values[i * width + k] = value)));
  return { width, values, kept: all > 0 ? 1 - spread() / all : 1 };
}

function centredProducts(grid: BinGrid, counts: Float64Array): Float64Array {
  const { count } = grid;
  const distances = binDistances(grid);
  const total = counts.reduce((sum, n) => sum + n, 0);
  const row = new Float64Array(count);
  for (let i = 0; i < count; i += 1) {
    let sum = 0;
    for (let j = 0; j < count; j += 1) sum += (distances[i * count + j] ?? 0) * (counts[j] ?? 0);
    row[i] = total > 0 ? sum / total : 0;
  }
  const mean = total > 0 ? row.reduce((sum, r, i) => sum + r * (counts[i] ?? 0), 0) / total : 0;
  return distances.map((d, at) => ((row[Math.floor(at / count)] ?? 0) + (row[at % count] ?? 0) - d - mean) / 2);
}

function heaviest(left: Float64Array, counts: Float64Array): number {
  let best = 0;
  let most = -1;
  for (let i = 0; i < left.length; i += 1) {
    const weight = (left[i] ?? 0) * (counts[i] ?? 0);
    if (weight > most) {
      most = weight;
      best = i;
    }
  }
  return best;
}
