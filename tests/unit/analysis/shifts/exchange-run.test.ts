import { describe, expect, it } from 'vitest';
import { oneHotScale } from '$lib/analysis/representation/design-scale';
import { seededRandom } from '$lib/analysis/random/seeded-random';
import { clustersOf } from '$lib/analysis/shifts/clusters';
import { againstRest } from '$lib/analysis/shifts/energy';
import { exchangePlan } from '$lib/analysis/shifts/exchange-plan';
import { ExchangeRun } from '$lib/analysis/shifts/exchange-run';
import { exactPairSums } from '$lib/analysis/shifts/pair-sums';
import { freePlan } from '$lib/analysis/shifts/free-plan';
import { partsOf } from '$lib/analysis/shifts/parts';
import { topicsOf } from '$lib/analysis/shifts/topic';
import { blockOf } from '../blocks';

// Nine sessions of two stories; the first three are the group's.
const PLACES = [0.9, 1, 0.8, 0.9, 0.7, 1, 0, 0.1, 0.3, 0.2, 0.4, 0.5, 0.6, 0.1, 0.2, 0.2, 0.9, 0.8];
const CLUSTER = Uint32Array.from(PLACES, (_, story) => Math.floor(story / 2));
const OF = Uint16Array.from(CLUSTER, (cluster) => (cluster < 3 ? 0 : 1));
const block = blockOf(
  'slider',
  1,
  PLACES.map((place) => [place]),
);
const set = { rows: PLACES.length, blocks: [block], cluster: CLUSTER, month: new Uint16Array(PLACES.length) };
const [topic] = topicsOf(set, () => undefined);
const [facet] = topic?.facets ?? [];
if (!facet) throw new Error('a slider has a facet');

const RULE = { permutations: 20_000, stopAfter: 20_001 };

describe('a permutation test', () => {
  it('finds the energy of the stories as told', () => {
    const plan = exchangePlan(clustersOf(CLUSTER), OF, 2, 0, seededRandom('plan'));
    const run = new ExchangeRun(plan, [partsOf(plan, facet, null)], RULE, seededRandom('draws'));
    const truth = againstRest(facet.sums(OF, 2), 0).statistic;
    const { kept } = facet.features;
    expect(kept).toBeGreaterThan(0.9);
    expect(run.tests[0]?.observed).toBeLessThanOrEqual(truth * (1 + 1e-6));
    expect(run.tests[0]?.observed).toBeGreaterThan(0.9 * truth);
  });

  it('agrees with looking at every way to choose three of nine sessions', () => {
    const plan = exchangePlan(clustersOf(CLUSTER), OF, 2, 0, seededRandom('plan'));
    const run = new ExchangeRun(plan, [partsOf(plan, facet, null)], RULE, seededRandom('draws'));
    run.advanceTo(RULE.permutations);
    const energy = (chosen: readonly number[]): number =>
      againstRest(
        facet.sums(
          Uint16Array.from(CLUSTER, (c) => (chosen.includes(c) ? 0 : 1)),
          2,
        ),
        0,
      ).statistic;
    const all: number[] = [];
    for (let i = 0; i < 9; i += 1)
      for (let j = 0; j < i; j += 1) for (let k = 0; k < j; k += 1) all.push(energy([i, j, k]));
    const observed = energy([0, 1, 2]);
    const exact = all.filter((value) => value >= observed * (1 - 1e-6)).length / all.length;
    expect(all).toHaveLength(84);
    expect(Math.abs((run.tallies[0]?.p ?? 1) - exact)).toBeLessThan(4 * Math.sqrt(exact / 20_000) + 1 / 84);
  });

  it('finds it too where stories are so many that bins are counted first', () => {
    const random = seededRandom('crowded');
    const of = Uint16Array.from({ length: 6_000 }, () => random.below(3));
    const choice = blockOf(
      'choice',
      3,
      Array.from(of, (group) => {
        const chosen = random.next() < 0.2 ? group : random.below(3);
        return [0, 1, 2].map((option) => (option === chosen ? oneHotScale(3) : 0));
      }),
    );
    const cluster = Uint32Array.from(of, (group, story) => 3 * Math.floor(story / 90) + group);
    const many = { rows: of.length, blocks: [choice], cluster, month: new Uint16Array(of.length) };
    const [chosen] = topicsOf(many, () => undefined)[0]?.facets ?? [];
    const plan = exchangePlan(clustersOf(cluster), of, 3, 0, seededRandom('plan'));
    const run = new ExchangeRun(plan, chosen ? [partsOf(plan, chosen, null)] : [], RULE, seededRandom('draws'));
    expect(plan.counting.length).toBeGreaterThan(3 * (plan.units + 1));
    const truth = againstRest(exactPairSums(choice, of, 3), 0).statistic;
    expect(run.tests[0]?.observed).toBeCloseTo(truth, 3);
  });

  it('is far surer of itself when it takes every story for a gathering of its own', () => {
    const free = freePlan(OF, 2, 0);
    const run = new ExchangeRun(free, [partsOf(free, facet, null)], RULE, seededRandom('draws'));
    run.advanceTo(RULE.permutations);
    const sessions = exchangePlan(clustersOf(CLUSTER), OF, 2, 0, seededRandom('plan'));
    const whole = new ExchangeRun(sessions, [partsOf(sessions, facet, null)], RULE, seededRandom('draws'));
    whole.advanceTo(RULE.permutations);
    expect(run.tallies[0]?.p).toBeLessThan((whole.tallies[0]?.p ?? 0) / 3);
  });

  it('counts ties as reaching: where all answers are the same, p is 1', () => {
    const same = blockOf(
      'slider',
      1,
      PLACES.map(() => [0.5]),
    );
    const [dull] = topicsOf({ ...set, blocks: [same] }, () => undefined)[0]?.facets ?? [];
    const plan = freePlan(OF, 2, 0);
    const run = new ExchangeRun(plan, dull ? [partsOf(plan, dull, null)] : [], RULE, seededRandom('draws'));
    run.advanceTo(1_000);
    expect(run.tallies[0]?.p).toBe(1);
  });
});
