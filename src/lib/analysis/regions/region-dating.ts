/**
 * Whether a region was drawn before the stories it is counted on: `foreseen` when the whole period lies after the month it was
 * drawn in, `mixed` when the period holds that month or starts before it, `looked-back` when it ended before. A share over
 * stories that were seen when the region was drawn shows what the drawing picked out, not a change: say so beside it.
 *
 * Months since January 1970, both ends inside.
 */
export function regionDating(drawn: number, period: { readonly from: number; readonly to: number }): RegionDating {
  if (drawn < period.from) return 'foreseen';
  return drawn > period.to ? 'looked-back' : 'mixed';
}

export type RegionDating = 'foreseen' | 'mixed' | 'looked-back';
