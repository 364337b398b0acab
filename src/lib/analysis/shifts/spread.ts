import type { Exchanges } from './exchanges';
import { LANES, type Part } from './parts';

/** One feature of one part; column 0 of a part is its count and not a feature. */
export interface FeatureColumn {
  readonly part: number;
  readonly column: number;
}

/** All features of the parts, one after the other. */
export function columnsOf(parts: readonly Part[]): FeatureColumn[] {
  return parts.flatMap(({ chunks }, part) =>
    Array.from({ length: chunks * LANES - 1 }, (_, i) => ({ part, column: i + 1 })),
  );
}

/** Covariance of the drawn side's summed features under the exchanges, with its square. */
export interface Spread {
  readonly size: number;
  readonly covariance: Float64Array;
  readonly squared: Float64Array;
}

/**
 * Units are drawn without replacement, so a pool of u units of which t are drawn adds t (1 - t/u) times the covariance of
 * its units (Cochran 1977, Sampling Techniques, section 2.5). Columns are multiplied by `scales`.
 */
export function covarianceOf(
  plan: Exchanges,
  parts: readonly Part[],
  columns: readonly FeatureColumn[],
  scales: readonly number[],
): Spread {
  const size = columns.length;
  const covariance = new Float64Array(size * size);
  const row = new Float64Array(size);
  const mean = new Float64Array(size);
  const read = (unit: number): void => {
    columns.forEach(({ part, column }, i) => {
      const of = parts[part];
      if (!of) return;
      const at = (Math.floor(column / LANES) * plan.units + unit) * LANES + (column % LANES);
      const count = of.units[unit * LANES] ?? 0;
      row[i] = (scales[i] ?? 0) * ((of.units[at] ?? 0) - count * (of.mean[column] ?? 0));
    });
  };
  for (const { start, units, take } of plan.pools) {
    if (units < 2) continue;
    mean.fill(0);
    for (let unit = start; unit < start + units; unit += 1) {
      read(unit);
      for (let i = 0; i < size; i += 1) mean[i] = (mean[i] ?? 0) + (row[i] ?? 0) / units;
    }
    const weight = (take * (1 - take / units)) / (units - 1);
    for (let unit = start; unit < start + units; unit += 1) {
      read(unit);
      for (let i = 0; i < size; i += 1) row[i] = (row[i] ?? 0) - (mean[i] ?? 0);
      for (let i = 0; i < size; i += 1) {
        const left = weight * (row[i] ?? 0);
        if (left !== 0)
          for (let j = 0; j < size; j += 1)
            covariance[i * size + j] = (covariance[i * size + j] ?? 0) + left * (row[j] ?? 0);
      }
    }
  }
  return { size, covariance, squared: product(covariance, covariance, size) };
}

/** First three cumulants of |S + share · move|² for normal S with the given covariance and mean 0. */
export function momentsOf(
  { size, covariance, squared }: Spread,
  move: readonly number[],
  share: number,
): { mean: number; variance: number; third: number } {
  let trace = 0;
  let trace2 = 0;
  let trace3 = 0;
  let length = 0;
  let along = 0;
  let along2 = 0;
  for (let i = 0; i < size; i += 1) {
    trace += covariance[i * size + i] ?? 0;
    trace2 += squared[i * size + i] ?? 0;
    const moved = share * (move[i] ?? 0);
    length += moved * moved;
    for (let j = 0; j < size; j += 1) {
      trace3 += (covariance[i * size + j] ?? 0) * (squared[i * size + j] ?? 0);
      along += moved * share * (move[j] ?? 0) * (covariance[i * size + j] ?? 0);
      along2 += moved * share * (move[j] ?? 0) * (squared[i * size + j] ?? 0);
    }
  }
  return { mean: trace + length, variance: 2 * trace2 + 4 * along, third: 8 * trace3 + 24 * along2 };
}

function product(p: Float64Array, q: Float64Array, size: number): Float64Array {
  const out = new Float64Array(size * size);
  for (let i = 0; i < size; i += 1) {
    for (let k = 0; k < size; k += 1) {
      const left = p[i * size + k] ?? 0;
      if (left !== 0)
        for (let j = 0; j < size; j += 1) out[i * size + j] = (out[i * size + j] ?? 0) + left * (q[k * size + j] ?? 0);
    }
  }
  return out;
}
