import { meanRegion } from '$lib/analysis/describe/mean-region';
import { seededRandom } from '$lib/analysis/random/seeded-random';
import { wilson } from '$lib/analysis/wilson';
import { CITY_SIZES, cityOf } from '../city';
import { sumOf, type Scenario } from '../scenario';

/** METHOD 4 asks for 1,000 simulations where 200 cities are asked for. */
const PER_CITY = 5;
const [LEAST, MOST] = [0.93, 0.97];

/** Intervals of a share and regions of a planar mean: how often they hold the truth, for independent stories. */
export const coverage: Scenario = {
  name: 'coverage',
  cities: (asked) => PER_CITY * asked,
  city: (index, seed) => ({ wilson: +shareHeld(index, seed), region: +meanHeld(index, seed) }),
  report: (sums, cities) => {
    const [share, region] = [sumOf(sums, 'wilson') / cities, sumOf(sums, 'region') / cities];
    const row = (what: string, value: number) => ({
      what,
      value,
      asked: '.93 to .97',
      met: value >= LEAST && value <= MOST,
    });
    const farther = Math.abs(share - 0.95) > Math.abs(region - 0.95) ? share : region;
    return {
      rows: [row('Wilson interval holds the share', share), row('95 % region holds the planar mean', region)],
      figures: { coverage: farther, coverage_wilson: share, coverage_region: region },
    };
  },
};

/** A share between .1 and .9 of 30 to 330 stories. */
function shareHeld(index: number, seed: string): boolean {
  const random = seededRandom(`wilson/${seed}/${index}`);
  const truth = 0.1 + 0.8 * random.next();
  const n = 30 + random.below(301);
  let hits = 0;
  for (let i = 0; i < n; i += 1) hits += +(random.next() < truth);
  const interval = wilson(hits, n);
  return interval !== null && interval.low <= truth && truth <= interval.high;
}

/** A large city's triad is the truth; 40 to 200 of its stories are drawn with replacement. */
function meanHeld(index: number, seed: string): boolean {
  const random = seededRandom(`region/${seed}/${index}`);
  const plan = { sizes: CITY_SIZES.map((size) => 2 * size), icc: 0, shifts: [], kinds: ['triad'] as const };
  const [block] = cityOf(plan, random).set.blocks;
  const told = Array.from(block?.coordinates ?? []).filter((value) => !Number.isNaN(value));
  const population = told.length / 2;
  const truth = [0, 1].map((k) => told.reduce((sum, value, i) => (i % 2 === k ? sum + value / population : sum), 0));
  const drawn = Array.from({ length: 40 + random.below(161) }, () => random.below(population));
  const part = (k: number): Float64Array => Float64Array.from(drawn, (story) => told[2 * story + k] ?? 0);
  const region = meanRegion(part(0), part(1));
  if (!region) return false;
  const { xx, xy, yy } = region.covariance;
  const [dx, dy] = [0, 1].map((k) => (region.mean[k === 0 ? 0 : 1] ?? 0) - (truth[k] ?? 0)) as [number, number]; // two parts
  const squared = (yy * dx * dx - 2 * xy * dx * dy + xx * dy * dy) / (xx * yy - xy * xy);
  return squared <= region.k / region.n;
}
