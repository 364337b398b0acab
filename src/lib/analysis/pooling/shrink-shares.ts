import { betaQuantile } from '../numeric/beta-quantile';
import { logGamma } from '../numeric/log-gamma';
import type { ShareInterval } from '../wilson';
import { FEWEST_PLACES } from './random-effects';

/** Stories that hit and stories asked, of one place. Both may be fractions: divide both by the design effect first. */
export interface PlaceCount {
  readonly hits: number;
  readonly n: number;
}

export interface ShrunkShares {
  /** Mean share of the distribution of places. */
  readonly mean: number;
  /** How many stories of its own weigh as much as what is known of all places; Infinity when the places do not differ. */
  readonly weight: number;
  /** Per place, in the given order: drawn towards the mean, with its 95 % interval. */
  readonly places: readonly ShareInterval[];
}

/**
 * Shares of small places drawn towards the others' (empirical Bayes): shares vary between places as Beta(mean · weight,
 * (1 - mean) · weight), fitted by the largest marginal (beta-binomial) likelihood; a place's share is the mean of its
 * posterior Beta, its interval that Beta's 2.5 and 97.5 % quantiles. The interval leaves out that mean and weight are estimated
 * themselves, so it is somewhat narrow; the raw share is shown beside it.
 *
 * @returns null for fewer than FEWEST_PLACES places with stories, or when all stories answered alike
 */
export function shrinkShares(places: readonly PlaceCount[]): ShrunkShares | null {
  const asked = places.filter(({ n }) => n > 0);
  const hits = asked.reduce((sum, place) => sum + place.hits, 0);
  const n = asked.reduce((sum, place) => sum + place.n, 0);
  if (asked.length < FEWEST_PLACES || hits <= 0 || hits >= n) return null;
  const { mean, weight } = fit(asked);
  const held = Math.min(weight, HEAVIEST);
  return {
    mean,
    weight,
    places: places.map((place) => {
      const a = mean * held + place.hits;
      const b = (1 - mean) * held + place.n - place.hits;
      return { share: a / (a + b), low: betaQuantile(0.025, a, b), high: betaQuantile(0.975, a, b) };
    }),
  };
}

/** Beyond this weight the places do not differ as far as anyone can tell. */
const HEAVIEST = 1e6;
const LIGHTEST = 1e-2;

/** The likelihood over the weight has one peak: searched by golden section on its logarithm, the mean likewise within it. */
function fit(places: readonly PlaceCount[]): { mean: number; weight: number } {
  const meanAt = (weight: number): number => peak(0, 1, (mean) => logLikelihood(places, mean, weight));
  const profile = (log: number): number => {
    const weight = Math.exp(log);
    return logLikelihood(places, meanAt(weight), weight);
  };
  const log = peak(Math.log(LIGHTEST), Math.log(HEAVIEST), profile);
  const found = Math.exp(log);
  const weight = found > HEAVIEST * 0.9 ? Infinity : found;
  return { mean: meanAt(Math.min(weight, HEAVIEST)), weight };
}

function logLikelihood(places: readonly PlaceCount[], mean: number, weight: number): number {
  const a = mean * weight;
  const b = (1 - mean) * weight;
  return places.reduce((sum, { hits, n }) => sum + logBeta(a + hits, b + n - hits) - logBeta(a, b), 0);
}

function logBeta(a: number, b: number): number {
  return logGamma(a) + logGamma(b) - logGamma(a + b);
}

/** Where a function with one peak is largest between `low` and `high`, neither of them reached. */
function peak(low: number, high: number, of: (x: number) => number): number {
  const golden = (Math.sqrt(5) - 1) / 2;
  let [from, to] = [low, high];
  let [left, right] = [to - golden * (to - from), from + golden * (to - from)];
  let [atLeft, atRight] = [of(left), of(right)];
  for (let step = 0; step < 40; step += 1) {
    if (atLeft < atRight) {
      from = left;
      [left, atLeft] = [right, atRight];
      right = from + golden * (to - from);
      atRight = of(right);
    } else {
      to = right;
      [right, atRight] = [left, atLeft];
      left = to - golden * (to - from);
      atLeft = of(left);
    }
  }
  return (from + to) / 2;
}
