/** A symmetric matrix of two rows: [[xx, xy], [xy, yy]]. */
export interface Symmetric2 {
  readonly xx: number;
  readonly xy: number;
  readonly yy: number;
}

/** Eigenvalues, largest first, and the direction of the first one's axis in degrees, in [0, 180). */
export interface Axes2 {
  readonly values: readonly [number, number];
  readonly angle: number;
}

/**
 * Eigenvalues of a symmetric 2x2 matrix: mean of the diagonal ± hypot((xx - yy)/2, xy); the axis of the larger lies at
 * half the angle of (xx - yy, 2 xy). A multiple of the identity has no direction: angle 0.
 */
export function axesOf({ xx, xy, yy }: Symmetric2): Axes2 {
  const middle = (xx + yy) / 2;
  const reach = Math.hypot((xx - yy) / 2, xy);
  const degrees = (Math.atan2(2 * xy, xx - yy) * 90) / Math.PI;
  return { values: [middle + reach, middle - reach], angle: ((degrees % 180) + 180) % 180 };
}
