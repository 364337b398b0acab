import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { displayTier } from '$lib/analysis/disclosure/display-tier';
import { groupOf, together, type Group } from '$lib/analysis/disclosure/group';
import { guardSelection } from '$lib/analysis/disclosure/guard-selection';
import { guardTable } from '$lib/analysis/disclosure/guard-table';
import { analystPolicy, publicPolicy } from '$lib/analysis/disclosure/policy';
import { firstMonthOf, quarterOfMonth } from '$lib/analysis/disclosure/quarter';
import { behindShown, rounded } from '$lib/analysis/disclosure/rounding';
import { ALL_RULES } from '$lib/analysis/disclosure/rules';
import { openLedger } from '$lib/analysis/disclosure/selection-ledger';
import { storyBits } from '$lib/analysis/disclosure/story-bits';
import { oneWay, PUBLISHED, type TableCell } from '$lib/analysis/disclosure/table';
import { tableRefusal } from '$lib/analysis/disclosure/table-refusal';
import { weaknessOf } from '$lib/analysis/disclosure/weakness';

const K = { k: { public: 10, analyst: 5 } };
const PUBLIC = publicPolicy(K);
const ANALYST = analystPolicy(K);

/** So many stories of each gathering. */
const from = (...gatherings: number[]): Group => ({
  stories: gatherings.reduce((sum, count) => sum + count, 0),
  clusters: new Map(gatherings.map((count, cluster) => [cluster, count])),
});
const cell = (all: Group): TableCell => ({ all, fresh: all, before: null, grown: null });

describe('a group', () => {
  it.each([
    ['none', from(), 'zero'],
    ['one under k', from(3, 3, 3), 'few_stories'],
    ['k of two gatherings', from(5, 5), 'few_clusters'],
    ['one gathering with more than 60 of 100', from(7, 2, 1), 'one_cluster'],
    ['k of three gatherings, 60 of 100 in one', from(6, 2, 2), null],
  ])('of %s: %#', (_, group, weakness) => {
    expect(weaknessOf(group, PUBLIC, ALL_RULES)).toBe(weakness);
  });

  it('without weakness has none together with another disjoint one', () => {
    const strong = fc
      .array(fc.tuple(fc.nat(8), fc.integer({ min: 1, max: 9 })), { maxLength: 9 })
      .map((some): Group => {
        const clusters = new Map(some);
        return { stories: [...clusters.values()].reduce((sum, count) => sum + count, 0), clusters };
      })
      .filter((group) => weaknessOf(group, PUBLIC, ALL_RULES) === null);
    fc.assert(
      fc.property(strong, strong, (one, other) => {
        expect(weaknessOf(together([one, other]), PUBLIC, ALL_RULES)).toBeNull();
      }),
    );
  });
});

describe('a figure', () => {
  it('is told to the nearest 5 in public and exactly to analysts', () => {
    expect([10, 12, 13, 17, 18].map((stories) => rounded(stories, PUBLIC))).toEqual([10, 10, 15, 15, 20]);
    expect(rounded(13, ANALYST)).toBe(13);
  });

  it('leaves open exactly the counts it may stand for', () => {
    fc.assert(
      fc.property(fc.integer({ min: 10, max: 10_000 }), (stories) => {
        const { low, high } = behindShown(rounded(stories, PUBLIC), PUBLIC);
        expect(low <= stories && stories <= high && high - low <= 4 && low >= 10).toBe(true);
      }),
    );
  });
});

describe('a selection', () => {
  const rows = 40;
  const clusterOf = Uint32Array.from({ length: rows }, (_, row) => row % 8);
  const first = (count: number) => storyBits(rows, (row) => row < count);

  it('is told once more as before, and refused where it differs by a few from one that was told', () => {
    const told = guardSelection({ question: 'a', stories: first(20) }, clusterOf, openLedger(rows, 'all'), ANALYST);
    if (told.kind !== 'told') throw new Error(told.by);
    const again = guardSelection({ question: 'a', stories: first(20) }, clusterOf, told.ledger, ANALYST);
    expect([told.stories, again.kind]).toEqual([20, 'told']);
    const near = guardSelection({ question: 'b', stories: first(22) }, clusterOf, told.ledger, ANALYST);
    expect(near).toMatchObject({ kind: 'refused', by: 'difference' });
    const far = guardSelection({ question: 'b', stories: first(30) }, clusterOf, told.ledger, ANALYST);
    expect(far).toMatchObject({ kind: 'told', stories: 30 });
  });

  it('leaves the ledger it was asked with as it was', () => {
    const ledger = openLedger(rows, 'all');
    guardSelection({ question: 'a', stories: first(20) }, clusterOf, ledger, ANALYST);
    expect([ledger.parts, ledger.told.size, Math.max(...ledger.part)]).toEqual([1, 0, 0]);
  });

  it('counts the stories of a bitset beyond one word', () => {
    const group = groupOf(Array(rows).keys(), clusterOf);
    expect([group.stories, group.clusters.size]).toEqual([40, 8]);
  });
});

describe('a table', () => {
  const big = from(10, 10, 10, 10);
  const kinds = (groups: Group[]) =>
    guardTable(oneWay(groups.map(cell), PUBLISHED), PUBLIC)[0]?.map((one) => (one.kind === 'new' ? one.stories : null));

  it('holds nothing back where nothing is small', () => {
    expect(kinds([big, big, big])).toEqual([40, 40, 40]);
  });

  it('holds the next smallest back beside a single small one, which the whole would give away', () => {
    expect(kinds([from(1, 1, 1), big, from(7, 7, 7)])).toEqual([null, 40, null]);
  });

  it('lets many roundings hide a small one by themselves', () => {
    expect(kinds([from(2, 2, 2), ...Array.from({ length: 7 }, () => big)])).toEqual([null, 40, 40, 40, 40, 40, 40, 40]);
  });
});

it.each([
  [9, 9, 'nothing'],
  [10, 2, 'nothing'],
  [10, 3, 'zones'],
  [29, 9, 'zones'],
  [30, 9, 'centre'],
  [50, 9, 'density'],
  [99, 9, 'density'],
  [100, 9, 'patterns'],
] as const)('with %i stories of %i gatherings an analyst sees: %s', (n, clusters, tier) => {
  expect(displayTier(n, clusters, PUBLIC)).toBe(tier);
});

it('knows quarters by their months', () => {
  expect([quarterOfMonth(0), quarterOfMonth(681)]).toEqual(['1970-Q1', '2026-Q4']);
  expect(firstMonthOf('2026-Q4')).toBe(681);
  expect(() => firstMonthOf('2026')).toThrow('no quarter');
});

it('refuses places in a second scheme, three dimensions, unlisted pairs and crossings of a reach question', () => {
  const lac = { kind: 'place', scheme: 'lac' } as const;
  const reach = { kind: 'signifier', id: 'demo.background', reach: true } as const;
  expect(tableRefusal([lac], new Set())).toBeNull();
  expect(tableRefusal([lac], new Set(['lac']))).toBeNull();
  expect(tableRefusal([{ kind: 'place', scheme: 'ward' }], new Set(['lac']))).toBe('one_scheme');
  expect(tableRefusal([lac, { kind: 'role' }], new Set())).toBeNull();
  expect(tableRefusal([{ kind: 'role' }, lac], new Set())).toBeNull();
  expect(tableRefusal([lac, { kind: 'age' }], new Set())).toBe('listed_pairs');
  expect(tableRefusal([lac, { kind: 'sector' }], new Set())).toBe('listed_pairs');
  expect(tableRefusal([lac, { kind: 'role' }, { kind: 'age' }], new Set())).toBe('two_dimensions');
  expect(tableRefusal([reach], new Set())).toBeNull();
  expect(tableRefusal([lac, reach], new Set())).toBe('city_only');
});
