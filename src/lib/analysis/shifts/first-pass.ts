import type { SeededRandom } from '../random/seeded-random';
import type { Compared } from './compared';
import { effectOfChance, energiesOf, type TopicEnergy } from './effect';
import { exchangePlan, type ExchangePlan } from './exchange-plan';
import { ExchangeRun, type ExchangeTest } from './exchange-run';
import type { Cell, Sample } from './family';
import { partsOf } from './parts';
import type { PermutationRule } from './sequential';
import type { Topic } from './topic';

/** One cell of the family with its test; the test counts on while its run advances. */
export interface Tested {
  readonly cell: Cell;
  readonly topic: Topic;
  readonly here: Sample;
  readonly rest: Sample;
  readonly energy: TopicEnergy;
  readonly test: ExchangeTest;
  readonly run: ExchangeRun;
}

/** All cells of a family, in its order, and the runs that advance them: one for each group. */
export interface FirstPass {
  readonly tests: readonly Tested[];
  readonly runs: readonly ExchangeRun[];
  /** By group; what no cell needs is absent. */
  readonly plans: ReadonlyMap<number, ExchangePlan>;
}

/** Sets up the test of every cell: each group's exchanges are drawn once for all its topics. */
export function firstPass(
  view: Compared,
  rule: PermutationRule,
  random: SeededRandom,
  each: (done: number) => void,
): FirstPass {
  const { grouping, clusters, topics, cells, samples } = view;
  const groups = grouping.groups.length;
  const energies = topics.map(({ facets }, i) => {
    each((0.5 * i) / topics.length);
    return energiesOf(facets, grouping.of, groups);
  });
  const runs: ExchangeRun[] = [];
  const plans = new Map<number, ExchangePlan>();
  const tested = new Map<Cell, Tested>();
  grouping.groups.forEach((name, group) => {
    const own = cells.filter((cell) => cell.group === group);
    if (own.length === 0) return;
    // By the group's name, so that a test does not hang on which other groups there are.
    const plan = exchangePlan(clusters, grouping.of, groups, group, random.fork(`plan/${name}`));
    const statistics = own.map(({ topic }) =>
      (topics[topic]?.facets ?? []).flatMap((facet) => partsOf(plan, facet, null)),
    );
    const run = new ExchangeRun(plan, statistics, rule, random.fork(`draws/${name}`));
    runs.push(run);
    plans.set(group, plan);
    own.forEach((cell, i) => {
      const [topic, sample] = [topics[cell.topic], samples[cell.topic]];
      const [energy, test, here] = [energies[cell.topic]?.[group], run.tests[i], sample?.byGroup[group]];
      if (!topic || !sample || !energy || !test || !here) return;
      const rest = { stories: sample.all.stories - here.stories, clusters: sample.all.clusters - here.clusters };
      tested.set(cell, { cell, topic, here, rest, energy, test, run });
    });
    each(0.5 + (0.5 * (group + 1)) / groups);
  });
  return { tests: cells.flatMap((cell) => tested.get(cell) ?? []), runs, plans };
}

/** The effect without what chance adds to it. */
export function correctedEffect({ energy, test, topic }: Tested): number {
  return (
    energy.effect -
    effectOfChance(
      energy,
      test.expected,
      topic.facets.map(({ features }) => features.kept),
    )
  );
}
