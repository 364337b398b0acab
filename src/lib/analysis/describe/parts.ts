import { TRIANGLE_HEIGHT } from '../../domain/signifier/triad';

/** A triad's parts a, b, c; each in [0, 1], sum 1. */
export type Parts = readonly [a: number, b: number, c: number];

/** A part below this counts as none: nearer to the rim than a finger or a mouse can tell. */
export const SMALL_PART = 0.01;
/** Rounding of the plane's arithmetic, far below the fourth decimal of any file. */
export const ROUNDING = 1e-12;

/** A place in the plane to its parts; what rounding made negative is 0. */
export function partsAt(x: number, y: number): Parts {
  const c = y / TRIANGLE_HEIGHT;
  const b = x - c / 2;
  return [Math.max(0, 1 - b - c), Math.max(0, b), Math.max(0, c)];
}

export function isSmall(part: number): boolean {
  return part < SMALL_PART - ROUNDING;
}
