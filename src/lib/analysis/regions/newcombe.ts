import { wilson } from '../wilson';

/** A change of a share with its interval, all in [-1, 1]. */
export interface Change {
  readonly change: number;
  readonly low: number;
  readonly high: number;
}

/** Hits of n; both may be fractions: divided by the design effect. */
export interface Counted {
  readonly hits: number;
  readonly n: number;
}

/**
 * The later share less the earlier one with Newcombe's hybrid score interval, 95 % (Newcombe 1998, Statistics in Medicine
 * 17, 873-890, method 10): the two Wilson intervals put together, so it stays in [-1, 1] and has a width at 0 and n hits.
 *
 * @returns null when either side has no stories
 */
export function newcombe(later: Counted, earlier: Counted): Change | null {
  const a = wilson(later.hits, later.n);
  const b = wilson(earlier.hits, earlier.n);
  if (!a || !b) return null;
  const change = a.share - b.share;
  return {
    change,
    low: change - Math.hypot(a.share - a.low, b.high - b.share),
    high: change + Math.hypot(a.high - a.share, b.share - b.low),
  };
}
