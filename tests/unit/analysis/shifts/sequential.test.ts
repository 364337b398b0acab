import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '$lib/analysis/random/seeded-random';
import { settle, Tally, type Run } from '$lib/analysis/shifts/sequential';

const RULE = { permutations: 999, stopAfter: 10 };

describe('a Monte Carlo test that may stop early', () => {
  it('stops at the tenth hit with p = 10 / draws, and else counts as usual', () => {
    const tally = new Tally(RULE);
    for (let i = 1; i <= 40; i += 1) if (!tally.settled) tally.count(i % 2 === 0);
    expect([tally.settled, tally.permutations, tally.p]).toEqual([true, 20, 0.5]);
    const never = new Tally(RULE);
    for (let i = 0; i < 999; i += 1) never.count(i < 3);
    expect([never.settled, never.p]).toEqual([true, 4 / 1000]);
  });

  it('says no smaller p when stopped before the end than it would have said at the end', () => {
    const hits = fc.array(fc.boolean(), { minLength: 999, maxLength: 999 });
    fc.assert(
      fc.property(hits, fc.integer({ min: 0, max: 900 }), (reached, stop) => {
        const tally = new Tally(RULE);
        reached.slice(0, stop).forEach((hit) => tally.settled || tally.count(hit));
        const early = tally.p;
        reached.slice(stop).forEach((hit) => tally.settled || tally.count(hit));
        expect(early).toBeGreaterThanOrEqual(tally.p);
      }),
    );
  });

  it('gives a null test p at most .05 about one time in twenty', () => {
    const random = seededRandom('besag and clifford');
    let small = 0;
    for (let test = 0; test < 4_000; test += 1) {
      // The observed statistic's place among the permuted ones is uniform when nothing differs.
      const level = random.next();
      const tally = new Tally(RULE);
      while (!tally.settled) tally.count(random.next() < level);
      small += +(tally.p <= 0.05);
    }
    // Standard error .0034.
    expect(Math.abs(small / 4_000 - 0.05)).toBeLessThan(0.014);
  });

  it('runs a lone small p through all permutations, and many of them only until they are beyond doubt', () => {
    const rule = { permutations: 40_000, stopAfter: 20 };
    const runOf = (tests: number): Run & { drawn: number } => {
      const tallies = Array.from({ length: tests }, () => new Tally(rule));
      return {
        tallies,
        drawn: 0,
        advanceTo(to) {
          for (; this.drawn < to; this.drawn += 1) tallies.forEach((tally) => tally.settled || tally.count(false));
        },
      };
    };
    const [lone, many] = [runOf(1), runOf(100)];
    const times = (factor: number) => (p: readonly number[]) => p.map((each) => each * factor);
    settle([lone], rule, times(100), () => undefined);
    settle([many], rule, times(1), () => undefined);
    expect(lone.drawn).toBe(40_000);
    expect(many.drawn).toBeLessThan(10_000);
  });
});
