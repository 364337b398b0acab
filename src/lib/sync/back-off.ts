/** First and longest span a wait is drawn from. */
export const FIRST_WAIT_MS = 2_000;
export const LONGEST_WAIT_MS = 5 * 60_000;

/**
 * How long to wait after the n-th failure in a row (n from 1): uniformly from nought to 2 s, 4 s, 8 s ... 5 minutes. Full
 * jitter, so that a school's tablets which lost one network together do not come back together (Brooker, "Exponential
 * backoff and jitter", AWS architecture blog, 2015). A wait the server asked for comes before that and is never shortened.
 * @param random in [0, 1)
 */
export function backOff(failures: number, askedForMs: number | null, random: number): number {
  const span = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.min(Math.max(failures, 1) - 1, 20));
  return Math.round((askedForMs ?? 0) + random * span);
}
