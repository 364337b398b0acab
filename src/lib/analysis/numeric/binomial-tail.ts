import { incompleteBeta } from './incomplete-beta';

/** P(X >= k) for X binomial of n trials with chance p; 1 for k <= 0, 0 for k > n. */
export function binomialUpper(k: number, n: number, p: number): number {
  if (k <= 0) return 1;
  if (k > n) return 0;
  return incompleteBeta(k, n - k + 1, p);
}
