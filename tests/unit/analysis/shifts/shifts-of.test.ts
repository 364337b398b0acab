import { describe, expect, it } from 'vitest';
import { Cancelled } from '$lib/analysis/progress';
import { seededRandom } from '$lib/analysis/random/seeded-random';
import { BLOCK_STATE, type StorySet } from '$lib/analysis/representation/block';
import { shiftsOf } from '$lib/analysis/shifts/shifts-of';
import { CITY_SIZES, cityOf, type CityPlan } from '../../../calibration/city';
import { blockOf } from '../blocks';

const KINDS = ['triad', 'slider', 'choice'] as const;
const city = (plan: Partial<CityPlan>, seed = 'shifts-of') =>
  cityOf({ sizes: CITY_SIZES, icc: 0.05, shifts: [], kinds: KINDS, ...plan }, seededRandom(seed));
const MOVED = [{ locality: 3, from: 0, to: 2, share: 0.34 }];
const OPTIONS = { seed: '1' };

describe('the page of shifts', () => {
  it('finds a planted shift and has the numbers for its sentence', () => {
    const { set, localities } = city({ shifts: MOVED });
    const { tests, family, permutations } = shiftsOf(set, localities, null, OPTIONS);
    const [first] = tests;
    expect(family).toBe(7 * 6 + 3);
    expect(permutations).toBe(20 * family * 20);
    expect(first).toMatchObject({
      group: 'locality 3 (130)',
      aspect: 'placement',
      clusters: 11,
      smallestVisible: null,
    });
    expect(first?.q).toBeLessThanOrEqual(0.05);
    expect(first?.secondPass).toBeLessThanOrEqual(0.05);
    const { leaning, effect, strength } = first?.shift ?? {};
    expect(['slight', 'clear', 'strong']).toContain(strength);
    expect(effect?.low).toBeLessThan(first?.corrected ?? 0);
    expect(leaning?.here.of).toBe(first?.stories);
    expect(leaning?.elsewhere.of).toBe(first?.restStories);
    const gain =
      (leaning?.here.hits ?? 0) / (leaning?.here.of ?? 1) -
      (leaning?.elsewhere.hits ?? 0) / (leaning?.elsewhere.of ?? 1);
    expect(leaning?.difference.value).toBeCloseTo(gain, 12);
    expect(leaning?.difference.low).toBeGreaterThan(0);
  });

  it('is the same for the same view and seed', () => {
    const { set, localities, roles } = city({ shifts: MOVED });
    const page = () => shiftsOf(set, localities, roles, { seed: '7', permutations: 2_000 });
    expect(page()).toEqual(page());
  });

  it('sees a shift inside hubs, where the stories of a gathering come from everywhere', () => {
    const { set, localities } = city({ hubs: 1, shifts: [{ locality: 1, from: 0, to: 2, share: 0.34 }] });
    const { tests } = shiftsOf(set, localities, null, OPTIONS);
    expect(tests.filter(({ shift }) => shift).map(({ group }) => group)).toContain('locality 1 (200)');
  });

  it('tests no place of fewer than 30 stories and flags none of fewer than 5 gatherings, but says what it left out', () => {
    const shifts = [5, 6].map((locality) => ({ locality, from: 0, to: 2, share: 0.34 }));
    const { set, localities } = city({ sizes: [400, 300, 200, 150, 100, 40, 20], shifts });
    const { tests, untested } = shiftsOf(set, localities, null, { seed: '1', permutations: 2_000 });
    expect(new Set(untested.map(({ group }) => group))).toEqual(new Set(['locality 6 (20)']));
    expect(tests.some(({ group }) => group === 'locality 6 (20)')).toBe(false);
    const few = tests.filter(({ group }) => group === 'locality 5 (40)');
    expect(few.every(({ shift, smallestVisible }) => shift === null && smallestVisible === null)).toBe(true);
    expect(few).not.toHaveLength(0);
  });

  it('finds a place where more say that a question does not apply', () => {
    const { set, localities } = city({});
    const random = seededRandom('not applicable');
    const blocks = set.blocks.map((block, i) => {
      if (i !== 1) return block;
      const state = block.state.map((own, story) =>
        localities.of[story] === 2 && random.next() < 0.3 ? BLOCK_STATE.notApplicable : own,
      );
      return { ...block, state };
    });
    const [first] = shiftsOf({ ...set, blocks }, localities, null, OPTIONS).tests;
    expect(first).toMatchObject({ group: 'locality 2 (160)', aspect: 'not_applicable' });
    expect(first?.shift?.leaning.leaning).toEqual({ kind: 'not_applicable' });
  });

  it('says so when a difference is only about who told the stories', () => {
    // Children answer at one end and adults at the other, everywhere; one place hears mostly children.
    const random = seededRandom('who told');
    const stories = Array.from({ length: 900 }, (_, story) => {
      const place = Math.floor(story / 300);
      const role = random.next() < (place === 0 ? 0.85 : 0.3) ? 0 : 1;
      return { place, role, at: (role === 0 ? 0.7 : 0) + 0.3 * random.next() };
    });
    const set: StorySet = {
      rows: 900,
      blocks: [
        blockOf(
          'slider',
          1,
          stories.map(({ at }) => [at]),
        ),
      ],
      cluster: Uint32Array.from(stories, (_, story) => Math.floor(story / 12)),
      month: new Uint16Array(900),
    };
    const places = { id: 'place', groups: ['a', 'b', 'c'], of: Uint16Array.from(stories, ({ place }) => place) };
    const roles = { id: 'role', groups: ['child', 'adult'], of: Uint16Array.from(stories, ({ role }) => role) };
    const first = shiftsOf(set, places, roles, OPTIONS).tests.find(
      ({ group, aspect }) => group === 'a' && aspect === 'placement',
    );
    expect(first?.q).toBeLessThanOrEqual(0.05);
    expect(first?.adjusted?.agreement).toBe('only_plain');
    expect(first?.adjusted?.p).toBeGreaterThan(0.05);
  });

  it('promises less where there are fewer stories', () => {
    const { set, localities } = city({});
    const { tests } = shiftsOf(set, localities, null, { seed: '1', permutations: 999 });
    const visible = (group: string): number =>
      tests.find((test) => test.group === group && test.aspect === 'placement' && test.signifier === 'triad.0')
        ?.smallestVisible ?? 1;
    expect(visible('locality 0 (300)')).toBeLessThan(visible('locality 3 (130)'));
    expect(visible('locality 3 (130)')).toBeLessThan(visible('locality 5 (70)'));
  });

  it('shows its progress to the end, and stops when nobody waits any more', () => {
    const { set, localities } = city({});
    const seen: number[] = [];
    const watch = { step: (done: number) => void seen.push(done), cancelled: () => false };
    shiftsOf(set, localities, null, { seed: '1', permutations: 999 }, watch);
    expect(seen.at(-1)).toBe(1_000);
    expect(seen).toEqual([...seen].sort((p, q) => p - q));
    const gone = { step: () => undefined, cancelled: () => seen.length > 0 };
    expect(() => shiftsOf(set, localities, null, OPTIONS, gone)).toThrow(Cancelled);
  });

  it('says nothing about nothing', () => {
    const empty: StorySet = {
      rows: 0,
      blocks: [blockOf('slider', 1, [])],
      cluster: new Uint32Array(0),
      month: new Uint16Array(0),
    };
    const page = shiftsOf(empty, { id: 'place', groups: ['a'], of: new Uint16Array(0) }, null, OPTIONS);
    expect(page).toMatchObject({ family: 0, tests: [], changes: [] });
  });
});
