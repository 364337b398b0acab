import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { publicPolicy } from '$lib/analysis/disclosure/policy';
import { specialCounts, type SpecialAnswer } from '$lib/analysis/disclosure/special-counts';

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

describe('counts of a special question', () => {
  it('stand still while single stories come, and say nothing before fifty', () => {
    const of = (count: number): SpecialAnswer[] =>
      Array.from({ length: count }, (_, i) => ({ cluster: i % 9, chosen: [i % 2 === 0 ? 2 : 3] }));
    expect(specialCounts(of(49), OPTIONS, policy)).toEqual({ options: [null, null, null, null], asked: null });
    const at100 = specialCounts(of(100), OPTIONS, policy);
    for (let more = 101; more < 150; more += 1) expect(specialCounts(of(more), OPTIONS, policy)).toEqual(at100);
    expect(specialCounts(of(150), OPTIONS, policy)).not.toEqual(at100);
  });

  it('do not move where everybody who came since chose the option: each of them would be told of', () => {
    const first = Array.from({ length: 50 }, (_, i) => ({ cluster: i % 9, chosen: i < 25 ? [2] : i < 38 ? [3] : [] }));
    const second = Array.from({ length: 50 }, (_, i) => ({ cluster: i % 9, chosen: i < 48 ? [2] : [3] }));
    expect(specialCounts(first, OPTIONS, policy).options).toEqual([null, null, 25, 13]);
    expect(specialCounts([...first, ...second], OPTIONS, policy).options).toEqual([null, null, 25, 13]);
  });

  it('need hold back nothing where nobody left the question open', () => {
    const all = Array.from({ length: 50 }, (_, i) => ({ cluster: i % 9, chosen: [i < 20 ? 2 : 3] }));
    expect(specialCounts(all, OPTIONS, policy).options).toEqual([null, null, 20, 30]);
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

  it('move only by groups that can stand by themselves, and leave such groups, or nobody, in no count', () => {
    fc.assert(
      fc.property(answers, (all) => {
        const counted = all.slice(0, all.length - (all.length % 50));
        const { options } = specialCounts(all, OPTIONS, policy);
        const given = options.flatMap((shown, option) => (shown === null ? [] : [option]));
        const told = given.reduce((sum, option) => sum + (options[option] ?? 0), 0);
        const chosen = counted.reduce((sum, story) => sum + story.chosen.length, 0);
        expect(told).toBeLessThanOrEqual(chosen);
        const outside = counted.filter((story) => !story.chosen.some((option) => given.includes(option)));
        // Those in no count at all are among those outside what is told: fewer than k only when nobody is.
        if (given.length > 0 && outside.length > 0 && told === chosen - hiddenIn(counted, given))
          expect(outside.length).toBeGreaterThanOrEqual(policy.k);
        for (const option of given) {
          const others = counted.filter((story) => !story.chosen.includes(option));
          expect(others.length).toBeGreaterThanOrEqual(policy.k);
        }
      }),
      { numRuns: 300 },
    );
  });
});

function hiddenIn(counted: readonly SpecialAnswer[], given: readonly number[]): number {
  return counted.reduce((sum, { chosen }) => sum + chosen.filter((option) => !given.includes(option)).length, 0);
}
