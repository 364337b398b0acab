import type { SeededRandom } from '../random/seeded-random';
import type { Grouping } from '../representation/block';
import { changeParts } from './change-parts';
import { changePlan, type Months } from './change-plan';
import { ChangeRun, type ChangeTest } from './change-run';
import { changeWithinGroups, intervalOfChange, largestChange } from './change';
import type { Clusters } from './clusters';
import type { Compared } from './compared';
import { evidenceOf } from './evidence';
import { LEAST_CLUSTERS, samplesOf } from './family';
import type { PermutationRule } from './sequential';
import type { ChangeResult } from './shift';
import { EFFECT_FLOOR, strengthOf } from './strength';
import type { Topic } from './topic';

/** One test for each topic of "nothing changed", over all stories. */
export function changeRun(
  topics: readonly Topic[],
  clusters: Clusters,
  months: Months,
  rule: PermutationRule,
  random: SeededRandom,
): ChangeRun {
  const plan = changePlan(clusters, months, new Int32Array(clusters.count), random.fork('plan'));
  const statistics = topics.map(({ facets }) => changeParts(plan, months.count, facets, null));
  return new ChangeRun(plan, months.count, statistics, rule, random.fork('draws'));
}

/** What a settled run says of each topic; `qs` are of the whole family. */
export function changesOf(
  run: ChangeRun,
  { changing, clusters, months, grouping }: Compared,
  qs: readonly { readonly q: number; readonly qAnyDependence: number }[],
  level: number,
  random: SeededRandom,
): ChangeResult[] {
  return changing.flatMap((topic, i) => {
    const test = run.tests[i];
    const { q, qAnyDependence } = qs[i] ?? { q: 1, qAnyDependence: 1 };
    if (!test) return [];
    const energy = largestChange(topic.facets, months);
    const { n, m, before, apart } = energy;
    const kept = topic.facets[0]?.features.kept ?? 1;
    const chance = apart > 0 && n > 0 && m > 0 ? (test.expected * (n + m)) / (n * m) / kept / apart : 0;
    const corrected = energy.effect - chance;
    const flagged = before > 0 && q <= level && corrected >= EFFECT_FLOOR;
    const seen = { topic, clusters, months, grouping, before, corrected, apart };
    return [
      {
        signifier: topic.signifier,
        before: before === 0 ? 0 : months.first + before,
        storiesBefore: n,
        storiesAfter: m,
        statistic: energy.statistic,
        effect: energy.effect,
        corrected,
        p: test.tally.p,
        permutations: test.tally.permutations,
        q,
        qAnyDependence,
        change: flagged ? changeFacts(seen, run, test, random.fork(topic.signifier)) : null,
      },
    ];
  });
}

interface Seen {
  readonly topic: Topic;
  readonly clusters: Clusters;
  readonly months: Months;
  readonly grouping: Grouping;
  readonly before: number;
  readonly corrected: number;
  readonly apart: number;
}

/** Null after all where one side comes from too few clusters. */
function changeFacts(seen: Seen, run: ChangeRun, test: ChangeTest, random: SeededRandom): ChangeResult['change'] {
  const { topic, clusters, months, grouping, before, corrected, apart } = seen;
  const halves = { id: 'time', groups: ['before', 'after'], of: months.of.map((month) => +(month >= before)) };
  const samples = samplesOf(topic, clusters, halves).byGroup.map((sample) => sample.clusters);
  const fewest = Math.min(...samples);
  if (fewest < LEAST_CLUSTERS) return null;
  const observed = { corrected, apart, clusters: fewest };
  const { effect, leaning } = evidenceOf(topic, clusters, halves, 1, observed, random.fork('evidence'));
  const { from, to } = intervalOfChange(test, run.plan, random.fork('interval'));
  return {
    strength: strengthOf(effect.low),
    effect,
    months: { from: months.first + from, to: months.first + to },
    withinGroups: changeWithinGroups(topic, clusters, grouping, months, before, random.fork('within')),
    leaning,
  };
}
