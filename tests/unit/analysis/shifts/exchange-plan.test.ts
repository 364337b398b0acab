import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '$lib/analysis/random/seeded-random';
import { clusterGroups, clustersOf, MIXED } from '$lib/analysis/shifts/clusters';
import { drawsOf } from '$lib/analysis/shifts/draws';
import { exchangePlan } from '$lib/analysis/shifts/exchange-plan';
import { FIXED } from '$lib/analysis/shifts/exchanges';

/** Stories as (cluster, locality); a locality of 3 stands for none. */
const stories = fc.array(fc.tuple(fc.nat(30), fc.nat(3)), { minLength: 1, maxLength: 300 });
const GROUPS = 3;

function planFor(told: readonly (readonly [number, number])[], seed = 'plan') {
  const of = Uint16Array.from(told, ([, locality]) => (locality < GROUPS ? locality : 65_535));
  const clusters = clustersOf(Uint32Array.from(told, ([cluster]) => cluster * 7));
  const plan = exchangePlan(clusters, of, GROUPS, 0, seededRandom(seed));
  return { of, clusters, plan, kinds: clusterGroups(clusters, of, GROUPS) };
}

const poolOf = (plan: ReturnType<typeof planFor>['plan'], unit: number) =>
  plan.pools.find(({ start, units }) => unit >= start && unit < start + units);

describe('the exchanges', () => {
  it('move a cluster of one group whole, and the stories of a mixed cluster only among themselves', () => {
    fc.assert(
      fc.property(stories, (told) => {
        const { clusters, plan, kinds, of } = planFor(told);
        for (let cluster = 0; cluster < clusters.count; cluster += 1) {
          const units = Array.from(clusters.storiesOf(cluster))
            .filter((story) => of[story] !== 65_535)
            .map((story) => plan.unitOf[story] ?? FIXED.outside);
          const moved = units.filter((unit) => unit >= 0);
          if (kinds[cluster] !== MIXED) expect(new Set(units).size).toBeLessThanOrEqual(1);
          else expect(new Set(moved.map((unit) => poolOf(plan, unit)?.start)).size).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  it('keep a pool to units of equally many clusters, each of one side, the drawn side first', () => {
    fc.assert(
      fc.property(stories, (told) => {
        const { clusters, plan, of } = planFor(told);
        const drawnIsOwn = plan.unitOf.findIndex((unit, story) => unit >= 0 && of[story] === 0);
        const ownUnit = plan.unitOf[drawnIsOwn];
        const pool = ownUnit === undefined ? undefined : poolOf(plan, ownUnit);
        const ownDrawn = pool !== undefined && ownUnit !== undefined && ownUnit < pool.start + pool.take;
        for (const { start, units, take } of plan.pools) {
          const clustersIn = Array.from({ length: units }, () => new Set<number>());
          plan.unitOf.forEach((unit, story) => {
            if (unit < start || unit >= start + units) return;
            clustersIn[unit - start]?.add(clusters.of[story] ?? 0);
            expect((of[story] === 0) === ownDrawn).toBe(unit < start + take);
          });
          expect(new Set(clustersIn.map(({ size }) => size)).size).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  it('moves many clusters in blocks, and bundles many mixed ones, within a bounded number of draws', () => {
    const pure = Array.from({ length: 6_000 }, (_, i): [number, number] => [i, i % 6 === 0 ? 0 : 1]);
    const hubs = Array.from({ length: 6_000 }, (_, i): [number, number] => [
      10_000 + Math.floor(i / 10),
      i % 10 < 3 ? 0 : 2,
    ]);
    const { plan } = planFor([...pure, ...hubs]);
    const drawn = plan.pools.reduce((sum, { take }) => sum + take, 0);
    expect(drawn).toBeLessThanOrEqual(80);
    const own = plan.unitOf.filter((unit, story) => unit === FIXED.drawn && story % 6 === 0 && story < 6_000).length;
    expect(own).toBeLessThan(6_000 / 6 / 20);
  });

  it('draws every unit of a pool equally often', () => {
    const { plan } = planFor(Array.from({ length: 40 }, (_, i): [number, number] => [i % 20, i % 20 < 5 ? 0 : 1]));
    const draws = drawsOf(plan, seededRandom('draws'));
    const into = new Uint16Array(draws.width * 20_000);
    draws.fill(into, 20_000);
    const times = new Float64Array(plan.units);
    for (const unit of into) times[unit] = (times[unit] ?? 0) + 1;
    expect(draws.width).toBe(5);
    // Binomial(20,000, 1/4): standard deviation 61.
    for (const count of times) expect(Math.abs(count - 5_000)).toBeLessThan(5 * 61.3);
  });
});
