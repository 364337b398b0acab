import type { SeededRandom } from '../random/seeded-random';
import type { Compared } from './compared';
import { effectOfChance, energiesOf, type TopicEnergy } from './effect';
import { exchangePlan } from './exchange-plan';
import { ExchangeRun, type ExchangeTest } from './exchange-run';
import type { Cell, Sample } from './family';
import { facetParts, pooledCounts, type Part, type PooledCounts, type Strata } from './parts';
import type { PermutationRule } from './sequential';
import type { Facet, Topic } from './topic';

/** One cell of the family with its test; the test counts on while its run advances. */
export interface Tested {
  readonly cell: Cell;
  readonly topic: Topic;
  readonly here: Sample;
  readonly rest: Sample;
  readonly energy: TopicEnergy;
  readonly test: ExchangeTest;
  readonly run: ExchangeRun;
  /** Parts of the statistic summed over strata. */
  readonly strata: readonly Part[];
}

/** All cells of a family, in its order, and the runs that advance them: one for each group. */
export interface FirstPass {
  readonly tests: readonly Tested[];
  readonly runs: readonly ExchangeRun[];
}

/** Sets up the test of every cell: each group's exchanges are drawn once for all its topics. */
export function firstPass(
  view: Compared,
  strata: Strata | null,
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
  const counts = new Map<Facet, PooledCounts>();
  const tested = new Map<Cell, Tested>();
  grouping.groups.forEach((name, group) => {
    const own = cells.filter((cell) => cell.group === group);
    if (own.length === 0) return;
    // By the group's name, so that a test does not hang on which other groups there are.
    const plan = exchangePlan(clusters, grouping.of, groups, group, random.fork(`plan/${name}`));
    const parts = own.map(({ topic }) =>
      (topics[topic]?.facets ?? []).map((facet) => {
        const pooled = counts.get(facet) ?? pooledCounts(facet, plan, strata);
        counts.set(facet, pooled);
        return facetParts(plan, facet, pooled);
      }),
    );
    const statistics = parts.map((facets) => facets.map(({ whole }) => whole));
    const run = new ExchangeRun(plan, statistics, rule, random.fork(`draws/${name}`));
    runs.push(run);
    own.forEach((cell, i) => {
      const [topic, sample] = [topics[cell.topic], samples[cell.topic]];
      const [energy, test, here] = [energies[cell.topic]?.[group], run.tests[i], sample?.byGroup[group]];
      if (!topic || !sample || !energy || !test || !here) return;
      const rest = { stories: sample.all.stories - here.stories, clusters: sample.all.clusters - here.clusters };
      const byStratum = (parts[i] ?? []).flatMap((facet) => facet.byStratum.filter(({ total }) => total > 1));
      tested.set(cell, { cell, topic, here, rest, energy, test, run, strata: byStratum });
    });
    each(0.5 + (0.5 * (group + 1)) / groups);
  });
  return { tests: cells.flatMap((cell) => tested.get(cell) ?? []), runs };
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
