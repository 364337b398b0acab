import { fQuantile } from '../numeric/f-quantile';
import { axesOf, type Symmetric2 } from '../numeric/symmetric-2x2';
import { moments2 } from './moments';

/** An ellipse that holds the mean of such stories with 95 % confidence. */
export interface MeanRegion {
  readonly n: number;
  readonly mean: readonly [number, number];
  /** Covariance of the stories, divisor n - 1. */
  readonly covariance: Symmetric2;
  /** Squared radius of the ellipse in units of the covariance of the mean. */
  readonly k: number;
  /** Largest first, in the plane's own units (side of the triangle = 1). */
  readonly semiAxes: readonly [number, number];
  /** Direction of the major axis in degrees, in [0, 180). */
  readonly angle: number;
}

/**
 * Hotelling's 95 % region of the mean of points: k = p (n-1)/(n-p) F(.95; p, n-p) with p = 2, semi-axes
 * sqrt(eigenvalues of cov·k/n). It takes stories for independent draws: with sessions use `clusterMeanRegion`. Overlap of
 * two regions is not a test. Where answers sit at corners the mean stands where nobody is: show the zones first.
 *
 * @returns null for n < 3, where no region can be drawn
 */
export function meanRegion(xs: ArrayLike<number>, ys: ArrayLike<number>): MeanRegion | null {
  const { n, mean, covariance } = moments2(xs, ys);
  if (n < 3) return null;
  const k = hotelling(n);
  return { n, mean, covariance, k, ...ellipse(covariance, k / n) };
}

/** p (u-1)/(u-p) F(.95; p, u-p) for p = 2 coordinates and u independent units (stories or clusters), u >= 3. */
export function hotelling(units: number): number {
  return ((2 * (units - 1)) / (units - 2)) * fQuantile(0.95, 2, units - 2);
}

/** The ellipse of a covariance scaled by `scale`; an eigenvalue that rounding made negative counts as 0. */
export function ellipse(covariance: Symmetric2, scale: number): Pick<MeanRegion, 'semiAxes' | 'angle'> {
  const { values, angle } = axesOf(covariance);
  return { semiAxes: [Math.sqrt(Math.max(0, values[0]) * scale), Math.sqrt(Math.max(0, values[1]) * scale)], angle };
}
