import { TRIANGLE_HEIGHT } from '../../domain/signifier/triad';

/** Expected squared distance of two uniform answers in any block (METHOD 2a: triangle of side 1, 2/12, 1/6, 1/6). */
export const DESIGN_SQUARED_DISTANCE = 1 / 6;

/** A stone's square gets diagonal 1. */
export const STONE_SCALE = Math.SQRT1_2;

/**
 * The height of a chosen option in the one-hot coding of a choice with `options` options, sqrt(m / (12 (m - 1))): two
 * uniform answers differ with probability (m-1)/m and are then 2·height² apart, 1/6 on average.
 *
 * @returns 0 for fewer than two options: a question with one answer tells nothing apart.
 */
export function oneHotScale(options: number): number {
  return options < 2 ? 0 : Math.sqrt(options / (12 * (options - 1)));
}

/**
 * One option of a multiple choice as a binary block. Chosen or not with even chances has expected squared distance
 * height²/2, so height = sqrt(1/3) gives 1/6.
 */
export const OPTION_SCALE = Math.sqrt(1 / 3);

/** Closed parts of a triad to the plane: A=(0,0), B=(1,0), C=(1/2, sqrt3/2). */
export function triadPlane(b: number, c: number): readonly [x: number, y: number] {
  return [b + c / 2, c * TRIANGLE_HEIGHT];
}
