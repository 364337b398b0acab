import { upperGamma } from './incomplete-gamma';

/** P(X > x) for chi-square with `df` degrees of freedom (> 0), x >= 0. */
export function chiSquareUpper(x: number, df: number): number {
  return upperGamma(df / 2, x / 2);
}
