import type { Symmetric2 } from '../numeric/symmetric-2x2';

export interface Moments2 {
  readonly n: number;
  readonly mean: readonly [number, number];
  /** Divisor n - 1; NaN for n < 2. */
  readonly covariance: Symmetric2;
}

/** Mean and covariance (divisor n - 1) of points, in two passes, so that nothing cancels. */
export function moments2(xs: ArrayLike<number>, ys: ArrayLike<number>): Moments2 {
  const n = xs.length;
  const mean: [number, number] = [average(xs), average(ys)];
  let xx = 0;
  let xy = 0;
  let yy = 0;
  for (let i = 0; i < n; i += 1) {
    const dx = (xs[i] ?? Number.NaN) - mean[0];
    const dy = (ys[i] ?? Number.NaN) - mean[1];
    xx += dx * dx;
    xy += dx * dy;
    yy += dy * dy;
  }
  const divisor = n < 2 ? Number.NaN : n - 1;
  return { n, mean, covariance: { xx: xx / divisor, xy: xy / divisor, yy: yy / divisor } };
}

/** NaN for no values. */
export function average(values: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < values.length; i += 1) sum += values[i] ?? Number.NaN;
  return sum / values.length;
}
