import type { SeededRandom } from '../random/seeded-random';
import { NO_GROUP } from '../representation/block';
import { benjaminiHochberg } from './false-discovery';
import type { Compared } from './compared';
import { exchangePlan } from './exchange-plan';
import { ExchangeRun } from './exchange-run';
import { partsOf } from './parts';
import { settle, type PermutationRule } from './sequential';

/**
 * A second look at what would be flagged, against echo: "the rest" holds the shifted groups too, so a group that does not
 * differ can seem to, leaning the other way. Each cell is tested again against the groups not flagged on the same topic,
 * and its p becomes the larger of the two. Where every other group is flagged there is nobody left to ask, and the first
 * p stays. Kept because without it the share of false flags passed .05 when half of the localities were shifted, and with
 * it it did not (docs/calibration.md).
 *
 * @param p of the whole family; @param candidates indices of what the first pass would flag
 * @returns q of the whole family with the larger p values
 */
export function secondPass(
  { cells, topics, clusters, grouping }: Compared,
  p: readonly number[],
  candidates: readonly number[],
  rule: PermutationRule,
  random: SeededRandom,
  each: (done: number) => void,
): number[] {
  const flagged = (group: number, topic: number): boolean =>
    candidates.some((i) => cells[i]?.group === group && cells[i].topic === topic);
  const runs = candidates.flatMap((i, done) => {
    each((0.7 * done) / candidates.length);
    const cell = cells[i];
    const topic = cell && topics[cell.topic];
    if (!cell || !topic) return [];
    const kept = grouping.groups.map((_, group) => group === cell.group || !flagged(group, cell.topic));
    if (kept.every(Boolean) || kept.filter(Boolean).length < 2) return [];
    const of = grouping.of.map((group) => (kept[group] ? group : NO_GROUP));
    const own = random.fork(`${cell.group}/${cell.topic}`);
    const plan = exchangePlan(clusters, of, grouping.groups.length, cell.group, own.fork('plan'));
    const parts = topic.facets.flatMap((facet) => partsOf(plan, facet, null));
    return [{ i, run: new ExchangeRun(plan, [parts], rule, own.fork('draws')) }];
  });
  const withSecond = (second: readonly number[]): number[] => {
    const larger = [...p];
    runs.forEach(({ i }, at) => (larger[i] = Math.max(p[i] ?? 1, second[at] ?? 1)));
    return benjaminiHochberg(larger);
  };
  const running = runs.map(({ run }) => run);
  settle(
    running,
    rule,
    (second) => {
      const q = withSecond(second);
      return runs.map(({ i }) => q[i] ?? 1);
    },
    (done) => each(0.7 + 0.3 * done),
  );
  return withSecond(running.map(({ tests }) => tests[0]?.tally.p ?? 1));
}
