import type { Nearest } from './nearest';

/** METHOD 2b: recall .69 to .80 and precision about .5 against planted noise. */
export const BETWEEN_BELOW = 0.2;
/** 1 - .8 in binary is a hair below .2: a story exactly on the limit is in its pattern. */
const ROUNDING = 1e-12;

/**
 * Simplified silhouette (b - a) / b, a and b the distances to the nearest two centres: 0 on the border of two patterns, 1
 * on a centre. 1 where there is only one centre, 0 where both centres are met at once.
 */
export function simplifiedSilhouette(distance: number, nextDistance: number): number {
  if (nextDistance === Infinity) return 1;
  return nextDistance === 0 ? 0 : (nextDistance - distance) / nextDistance;
}

/** Per row 1 for a story between patterns: belonging to none more than to another. Never called noise or outlier. */
export function betweenPatterns({ distance, nextDistance }: Nearest): Uint8Array {
  return Uint8Array.from(distance, (a, row) =>
    simplifiedSilhouette(a, nextDistance[row] ?? Infinity) < BETWEEN_BELOW - ROUNDING ? 1 : 0,
  );
}
