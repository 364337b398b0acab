/** What random effects know of one place: its own mean and the variance of that mean (s²/n), both as measured. */
export interface PlaceMean {
  readonly mean: number;
  readonly variance: number;
}

export interface RandomEffects {
  /** Centre of the distribution of places, and its standard error. */
  readonly mu: number;
  readonly muSe: number;
  /** Variance between places, >= 0. */
  readonly tau2: number;
  /** Cochran's Q: how far the means lie apart, in units of their own variances. */
  readonly q: number;
  /** Each place drawn towards mu by how little it knows, in the given order. */
  readonly shrunk: readonly ShrunkMean[];
}

export interface ShrunkMean {
  readonly mean: number;
  readonly se: number;
}

/** Fewer places and the variance between them cannot be estimated: do not shrink (METHOD 2c). */
export const FEWEST_PLACES = 5;

/** `paule-mandel` is the method; `dersimonian-laird` understates tau² and is there to compare with other tools. */
export type Tau2Method = 'paule-mandel' | 'dersimonian-laird';

/**
 * Random-effects means (partial pooling). Weights 1/(v + tau²); tau² by Paule and Mandel 1982 (the generalised Q equals its
 * expectation k - 1) or DerSimonian and Laird 1986; shrunk mean = λ y + (1 - λ) mu with λ = tau²/(tau² + v) and variance
 * λ v + (1 - λ)² se(mu)² (Raudenbush and Bryk 1985; metafor's `blup`). The caller keeps the rule of FEWEST_PLACES.
 *
 * @throws RangeError for no places or a variance that is not > 0
 */
export function randomEffects(places: readonly PlaceMean[], method: Tau2Method = 'paule-mandel'): RandomEffects {
  if (places.length === 0 || !places.every(({ variance }) => variance > 0)) {
    throw new RangeError('random effects need places, each with a variance above zero');
  }
  const tau2 = method === 'paule-mandel' ? pauleMandel(places) : derSimonianLaird(places);
  const { mu, weight } = centre(places, tau2);
  const muVariance = 1 / weight;
  const shrunk = places.map(({ mean, variance }) => {
    const own = tau2 / (tau2 + variance);
    return { mean: own * mean + (1 - own) * mu, se: Math.sqrt(own * variance + (1 - own) ** 2 * muVariance) };
  });
  return { mu, muSe: Math.sqrt(muVariance), tau2, q: spread(places, 0), shrunk };
}

function centre(places: readonly PlaceMean[], tau2: number): { mu: number; weight: number } {
  let weight = 0;
  let sum = 0;
  for (const { mean, variance } of places) {
    weight += 1 / (variance + tau2);
    sum += mean / (variance + tau2);
  }
  return { mu: sum / weight, weight };
}

/** Weighted squares about the weighted mean: falls as tau² grows. */
function spread(places: readonly PlaceMean[], tau2: number): number {
  const { mu } = centre(places, tau2);
  return places.reduce((sum, { mean, variance }) => sum + (mean - mu) ** 2 / (variance + tau2), 0);
}

function pauleMandel(places: readonly PlaceMean[]): number {
  const expected = places.length - 1;
  if (spread(places, 0) <= expected) return 0;
  let low = 0;
  let high = Math.max(...places.map(({ variance }) => variance));
  while (spread(places, high) > expected) high *= 2;
  for (;;) {
    const middle = (low + high) / 2;
    if (middle <= low || middle >= high) return high;
    if (spread(places, middle) > expected) low = middle;
    else high = middle;
  }
}

function derSimonianLaird(places: readonly PlaceMean[]): number {
  const weights = places.map(({ variance }) => 1 / variance);
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const squares = weights.reduce((total, weight) => total + weight * weight, 0);
  return Math.max(0, (spread(places, 0) - (places.length - 1)) / (sum - squares / sum));
}
