import { betaQuantile } from './beta-quantile';

/**
 * The quantile of Fisher's F with d1 and d2 degrees of freedom (> 0, need not be whole), p in [0, 1): F = d2 x / (d1 (1 - x))
 * where x is the quantile of the beta distribution with d1/2 and d2/2.
 */
export function fQuantile(p: number, d1: number, d2: number): number {
  // The upper end is found from the other side, where 1 - x keeps its digits.
  const rest = betaQuantile(1 - p, d2 / 2, d1 / 2);
  return (d2 * (1 - rest)) / (d1 * rest);
}
