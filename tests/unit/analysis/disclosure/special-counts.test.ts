import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupOf } from '$lib/analysis/disclosure/group';
import { publicPolicy } from '$lib/analysis/disclosure/policy';
import { ALL_RULES } from '$lib/analysis/disclosure/rules';
import { specialCounts, type SpecialAnswer } from '$lib/analysis/disclosure/special-counts';
import { weaknessOf } from '$lib/analysis/disclosure/weakness';

const policy = { ...publicPolicy({ k: { analyst: 10, public: 10 } }), roundTo: 1 };
const OPTIONS = 4;

/** Cities where nearly everybody, or nearly nobody, chose something: there a subtraction tells most. */
const answers = fc
  .constantFrom<readonly (readonly number[])[]>(
    [[3], [3], [3], [2], [2, 3], [2], [1], [0], []],
    [...Array.from({ length: 40 }, () => [3]), [2], [], [2, 3]],
    [...Array.from({ length: 20 }, () => [3]), ...Array.from({ length: 20 }, () => [2]), [0], [1]],
  )
  .chain((choices) =>
    fc.array(fc.record({ cluster: fc.nat(14), chosen: fc.constantFrom(...choices) }), {
      minLength: 0,
      maxLength: 400,
      size: 'max',
    }),
  );

const weak = (stories: readonly SpecialAnswer[]): boolean =>
  weaknessOf(
    groupOf(
      stories.keys(),
      stories.map(({ cluster }) => cluster),
    ),
    policy,
    ALL_RULES,
  ) !== null;

describe('counts of a special question', () => {
  it('stand still while single stories come, and say nothing before fifty', () => {
    const of = (count: number): SpecialAnswer[] =>
      Array.from({ length: count }, (_, i) => ({ cluster: i % 9, chosen: [i % 2 === 0 ? 2 : 3] }));
    expect(specialCounts(of(49), OPTIONS, policy)).toEqual({ options: [null, null, null, null], asked: null });
    const at100 = specialCounts(of(100), OPTIONS, policy);
    for (let more = 101; more < 150; more += 1) expect(specialCounts(of(more), OPTIONS, policy)).toEqual(at100);
    expect(specialCounts(of(150), OPTIONS, policy)).not.toEqual(at100);
  });

  it('are never of fewer than k stories or 3 sessions, and no two of them at any time differ by such a group', () => {
    fc.assert(
      fc.property(answers, (all) => {
        let before: readonly (number | null)[] = [];
        for (let count = 0; count <= all.length; count += 25) {
          const { options } = specialCounts(all.slice(0, count), OPTIONS, policy);
          options.forEach((shown, option) => {
            if (shown === null) return;
            expect(shown).toBeGreaterThanOrEqual(policy.k);
            const earlier = before[option] ?? null;
            if (earlier !== null) expect(shown === earlier || shown - earlier >= policy.k).toBe(true);
            // Never more than the stories that chose it: nothing is made up.
            expect(shown).toBeLessThanOrEqual(
              all.slice(0, count).filter(({ chosen }) => chosen.includes(option)).length,
            );
          });
          before = options.map((shown, option) => shown ?? before[option] ?? null);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('leave outside of all of them nobody, or a group that can stand by itself; and of each, those who did not choose it', () => {
    fc.assert(
      fc.property(answers, (all) => {
        const counted = all.slice(0, all.length - (all.length % 50));
        const { options } = specialCounts(all, OPTIONS, policy);
        const given = options.flatMap((shown, option) => (shown === null ? [] : [option]));
        if (given.length > 0)
          expect(weak(counted.filter(({ chosen }) => !chosen.some((option) => given.includes(option))))).toBe(false);
        for (const option of given) {
          const others = counted.filter(({ chosen }) => !chosen.includes(option));
          expect(others.length).toBeGreaterThanOrEqual(policy.k);
          expect(new Set(others.map(({ cluster }) => cluster)).size).toBeGreaterThanOrEqual(3);
        }
      }),
      { numRuns: 300 },
    );
  });
});
