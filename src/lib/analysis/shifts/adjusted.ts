import type { SeededRandom } from '../random/seeded-random';
import type { ExchangePlan } from './exchange-plan';
import { ExchangeRun } from './exchange-run';
import { partsOf, type Strata } from './parts';
import type { Agreement } from './shift';
import type { Topic } from './topic';

/** Enough to tell .05 and .001 from more; the adjusted test answers a question of words, not of flags. */
const CHECK = { permutations: 1_999, stopAfter: 20 } as const;
const SEEN = 0.05;
const SEEN_WELL = 0.001;

/**
 * p values of the statistics summed over strata (role x age), under the same exchanges as the plain ones: a stratum's
 * part compares the group's stories with the rest's stories of the same stratum (METHOD 2c, "Adjusted"). Stories in no
 * stratum are left out.
 */
export function adjustedTests(
  plan: ExchangePlan,
  topics: readonly Topic[],
  strata: Strata,
  random: SeededRandom,
): number[] {
  const statistics = topics.map(({ facets }) =>
    facets.flatMap((facet) => partsOf(plan, facet, strata)).filter(({ total }) => total > 1),
  );
  const run = new ExchangeRun(plan, statistics, CHECK, random);
  run.advanceTo(CHECK.permutations);
  return run.tallies.map(({ p }) => p);
}

/** Whether plain and adjusted say the same, to be told in words when they do not. */
export function agreementOf(flagged: boolean, p: number, adjusted: number): Agreement {
  if (flagged) return adjusted > SEEN ? 'only_plain' : 'agree';
  return p > SEEN && adjusted <= SEEN_WELL ? 'only_adjusted' : 'agree';
}
