import type { SeededRandom } from '../random/seeded-random';
import { NO_GROUP, type Grouping } from '../representation/block';
import type { ChangeTest } from './change-run';
import { ChangeRun } from './change-run';
import { changeParts } from './change-parts';
import { candidateSplits, changePlan, type ChangePlan, type Months } from './change-plan';
import { clusterGroups, MIXED, type Clusters } from './clusters';
import { energyOf, type Energy, type PairSums } from './energy';
import { LEAST_STORIES } from './family';
import type { Facet, Topic } from './topic';

/** Energy of what was told before a month against what was told from it on. */
export interface ChangeEnergy extends Energy {
  /** Months since the first month of the stories; 0 where no split leaves enough on each side. */
  readonly before: number;
}

/**
 * The split of the months with the largest energy among those with LEAST_STORIES stories and LEAST_MONTHS months on each
 * side, from the
 * stories' own months (METHOD 2c; the conformance figures' `change_point_scan`). O(months²) after the pair sums.
 */
export function largestChange(facets: readonly Facet[], months: Months): ChangeEnergy {
  const sums = facets.map((facet) => facet.sums(months.of, months.count));
  let best: ChangeEnergy = { n: 0, m: 0, statistic: 0, effect: 0, apart: 0, before: 0 };
  const { first: from, last } = candidateSplits(months.count);
  for (let before = from; before <= last; before += 1) {
    const each = sums.map((pairs) => splitEnergy(pairs, before));
    const first = each[0];
    if (!first || first.n < LEAST_STORIES || first.m < LEAST_STORIES) continue;
    const statistic = each.reduce((sum, energy) => sum + energy.statistic, 0);
    if (statistic <= best.statistic) continue;
    const apart = each.reduce((sum, energy) => sum + energy.apart, 0);
    const excess = each.reduce((sum, energy) => sum + energy.effect * energy.apart, 0);
    best = { n: first.n, m: first.m, statistic, effect: apart > 0 ? excess / apart : 0, apart, before };
  }
  return best;
}

function splitEnergy({ groups, stories, sums }: PairSums, before: number): Energy {
  const side = [0, 0];
  const within = [0, 0];
  let between = 0;
  for (let g = 0; g < groups; g += 1) {
    const own = g < before ? 0 : 1;
    side[own] = (side[own] ?? 0) + (stories[g] ?? 0);
    for (let h = 0; h < groups; h += 1) {
      const sum = sums[g * groups + h] ?? 0;
      if (own === (h < before ? 0 : 1)) within[own] = (within[own] ?? 0) + sum;
      else if (own === 0) between += sum;
    }
  }
  return energyOf(side[0] ?? 0, side[1] ?? 0, within[0] ?? 0, within[1] ?? 0, between);
}

const RESAMPLES = 500;

/** 95 % interval of the month of a change: units drawn with replacement, the split looked for anew each time. */
export function intervalOfChange(
  test: ChangeTest,
  plan: ChangePlan,
  random: SeededRandom,
): { from: number; to: number } {
  const units = plan.monthOfUnit.length;
  const splits = new Uint16Array(RESAMPLES);
  const weights = new Uint16Array(units);
  for (let i = 0; i < RESAMPLES; i += 1) {
    weights.fill(0);
    for (let draw = 0; draw < units; draw += 1) {
      const unit = random.below(units);
      weights[unit] = (weights[unit] ?? 0) + 1;
    }
    splits[i] = test.splitOf(plan.monthOfUnit, weights);
  }
  splits.sort();
  const at = (share: number): number => splits[Math.round(share * (RESAMPLES - 1))] ?? 0;
  return { from: at(0.025), to: at(0.975) };
}

/** From fewer stories on a side a group is not held to be present there. */
const PRESENT = 10;
const CHECK = { permutations: 1_999, stopAfter: 20 } as const;

/**
 * The same change looked for within the groups that tell stories before and after it: energies added up over these
 * groups, clusters changing places in time within their group only. A new school that joins looks like a change; here it
 * does not (METHOD 2c).
 *
 * @returns its p value, or null where no group is present on both sides.
 */
export function changeWithinGroups(
  topic: Topic,
  clusters: Clusters,
  grouping: Grouping,
  months: Months,
  before: number,
  random: SeededRandom,
): number | null {
  const groups = grouping.groups.length;
  const told = [new Float64Array(groups), new Float64Array(groups)] as const;
  months.of.forEach((month, story) => {
    const side = told[month < before ? 0 : 1];
    const group = grouping.of[story] ?? NO_GROUP;
    if (group < groups) side[group] = (side[group] ?? 0) + 1;
  });
  const present = (group: number): boolean => (told[0][group] ?? 0) >= PRESENT && (told[1][group] ?? 0) >= PRESENT;
  if (!grouping.groups.some((_, group) => present(group))) return null;
  const of = grouping.of.map((group) => (group < groups && present(group) ? group : NO_GROUP));
  const classOf = clusterGroups(clusters, of, groups).map((kind) => (kind === MIXED ? groups : kind));
  const plan = changePlan(clusters, months, classOf, random.fork('plan'));
  const parts = changeParts(plan, months.count, topic.facets, { of, count: groups });
  const run = new ChangeRun(plan, months.count, [parts], CHECK, random.fork('draws'));
  run.advanceTo(CHECK.permutations);
  return run.tests[0]?.tally.p ?? null;
}
