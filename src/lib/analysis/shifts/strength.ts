/** How far two groups lie apart, in words. */
export type Strength = 'slight' | 'clear' | 'strong';

/** Below this effect nothing is flagged, however many stories: at a million everything is significant (METHOD 2c). */
export const EFFECT_FLOOR = 0.01;
const CLEAR = 0.02;
const STRONG = 0.06;

/** Spoken from the lower end of the effect's interval, so that a small sample is not spoken of too loudly. */
export function strengthOf(low: number): Strength {
  if (low > STRONG) return 'strong';
  return low > CLEAR ? 'clear' : 'slight';
}
