import { incompleteBeta } from './incomplete-beta';

const MOST_STEPS = 2_000;

/**
 * The x in [0, 1] with I_x(a, b) = p: the quantile of the beta distribution, a, b > 0, p in [0, 1]. Bisection over the
 * doubles themselves, in their logarithm while x is tiny: slow beside Newton, and never wrong.
 */
export function betaQuantile(p: number, a: number, b: number): number {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`${p} is no probability`);
  if (p === 0 || p === 1) return p;
  let low = 0;
  let high = 1;
  for (let step = 0; step < MOST_STEPS; step += 1) {
    // From 0 the middle is taken a factor below, so that a quantile of 1e-12 keeps its digits.
    const middle = low === 0 && high > 1e-290 ? high / 8 : low + (high - low) / 2;
    if (middle <= low || middle >= high) break;
    if (incompleteBeta(a, b, middle) < p) low = middle;
    else high = middle;
  }
  return high;
}
