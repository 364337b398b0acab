import { upperGamma } from './incomplete-gamma';

/** P(Z > z) for a standard normal Z, any z; keeps its digits far out: Q(1/2, z²/2) / 2. */
export function normalUpper(z: number): number {
  const tail = upperGamma(0.5, (z * z) / 2) / 2;
  return z >= 0 ? tail : 1 - tail;
}

/** The p value of a standard normal statistic, both sides. */
export function twoSidedP(z: number): number {
  return upperGamma(0.5, (z * z) / 2);
}

/**
 * The z with P(Z <= z) = p for p in (0, 1); ±Infinity at 1 and 0. Started from a rough value (Abramowitz and Stegun
 * 26.2.23, error below 4.5e-4) and polished by Halley's steps on the distribution function.
 */
export function normalQuantile(p: number): number {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`${p} is no probability`);
  if (p === 0.5) return 0;
  if (p > 0.5) return p === 1 ? Infinity : -normalQuantile(1 - p);
  if (p === 0) return -Infinity;
  const t = Math.sqrt(-2 * Math.log(p));
  const rough = (2.515517 + t * (0.802853 + t * 0.010328)) / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308)));
  let z = t - rough;
  for (let step = 0; step < 3; step += 1) {
    const slope = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
    const newton = (normalUpper(z) - p) / slope;
    z += newton / (1 - (z * newton) / 2);
  }
  return -z;
}
