import type { SeededRandom } from '../random/seeded-random';
import type { Exchanges } from './exchanges';
import { ExchangeRun } from './exchange-run';
import type { Part } from './parts';
import type { Agreement } from './shift';

/** Enough to tell .05 and .001 from more; the adjusted test answers a question of words, not of flags. */
const CHECK = { permutations: 999, stopAfter: 20 } as const;
const SEEN = 0.05;
const SEEN_WELL = 0.001;

/**
 * p values of the statistics summed over strata (role x age), under the exchanges of a group's plain tests: a stratum's
 * part compares the group's stories with the rest's stories of the same stratum (METHOD 2c, "Adjusted"). Stories in no
 * stratum are left out.
 */
export function adjustedTests(
  exchanges: Exchanges,
  statistics: readonly (readonly Part[])[],
  random: SeededRandom,
): number[] {
  const run = new ExchangeRun(exchanges, statistics, CHECK, random);
  run.advanceTo(CHECK.permutations);
  return run.tallies.map(({ p }) => p);
}

/** Whether plain and adjusted say the same, to be told in words when they do not. */
export function agreementOf(flagged: boolean, p: number, adjusted: number): Agreement {
  if (flagged) return adjusted > SEEN ? 'only_plain' : 'agree';
  return p > SEEN && adjusted <= SEEN_WELL ? 'only_adjusted' : 'agree';
}
