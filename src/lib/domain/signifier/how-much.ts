import type { Barycentric } from './spaces';
import { close } from './triad';

/** None, some, a lot: how much of one label there is in a story. */
export const AMOUNTS = [0, 1, 2] as const;
export type Amount = (typeof AMOUNTS)[number];

/** One amount for each label, in label order. */
export type Steps = readonly [Amount, Amount, Amount];

/** "None" three times: said about the whole triad, and the same as that it does not fit. */
export function isNoneOfThese(steps: Steps): boolean {
  return steps.every((amount) => amount === 0);
}

/**
 * Where three amounts lie: their shares, "a lot" counting as twice "some" (DESIGN section 4 keeps the raw steps beside
 * it). Twenty-six answers fall on nineteen places: all that matters on a triad is how the amounts compare.
 * @returns null for three times "none", which has no shares and so no place
 */
export function placementOfSteps(steps: Steps): Barycentric | null {
  return isNoneOfThese(steps) ? null : close(steps[0], steps[1], steps[2]);
}
