import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { binned } from '$lib/analysis/shifts/bins';
import { againstRest, kSampleStatistic } from '$lib/analysis/shifts/energy';
import { binnedPairSums, exactPairSums } from '$lib/analysis/shifts/pair-sums';
import { readSet } from '../../../conformance/read-set';
import { blockOf } from '../blocks';

const slider = (values: readonly (number | null)[]) =>
  blockOf(
    'slider',
    1,
    values.map((value) => (value === null ? null : [value])),
  );

describe('the energy statistic', () => {
  it('is what a person gets by hand', () => {
    // X = {0, 1}, Y = {0.5}: 2·.5 - .5 - 0 = .5 of 2·.5 apart; times 2·1/3.
    const energy = againstRest(exactPairSums(slider([0, 1, 0.5]), Uint16Array.of(0, 0, 1), 2), 0);
    expect(energy.statistic).toBeCloseTo(1 / 3, 12);
    expect(energy.effect).toBeCloseTo(0.5, 12);
    expect([energy.n, energy.m]).toEqual([2, 1]);
  });

  it('leaves out who did not answer, and says nothing where a side is empty', () => {
    const block = slider([0, null, 1]);
    expect(againstRest(exactPairSums(block, Uint16Array.of(0, 1, 0), 2), 0)).toMatchObject({
      n: 2,
      m: 0,
      statistic: 0,
    });
  });

  it('is the same seen from either side, never negative, and 0 for the same answers', () => {
    const answers = fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(1)), {
      minLength: 2,
      maxLength: 40,
    });
    fc.assert(
      fc.property(answers, (told) => {
        const sums = exactPairSums(
          slider(told.map(([value]) => value)),
          Uint16Array.from(told, ([, side]) => side),
          2,
        );
        const [one, other] = [againstRest(sums, 0), againstRest(sums, 1)];
        expect(one.statistic).toBeCloseTo(other.statistic, 9);
        expect(one.effect).toBeGreaterThanOrEqual(0);
        expect(one.effect).toBeLessThanOrEqual(1 + 1e-12);
        expect(kSampleStatistic(sums)).toBeCloseTo(one.statistic, 9);
      }),
    );
    const same = exactPairSums(slider([0.2, 0.9, 0.2, 0.9]), Uint16Array.of(0, 0, 1, 1), 2);
    expect(againstRest(same, 0).statistic).toBeCloseTo(0, 12);
  });

  it('comes out of bins within the tolerances of the reference figures', () => {
    const set = readSet('tests/fixtures/conformance', 'mid2000shift');
    const { of, groups } = set.localities;
    for (const block of set.stories.blocks) {
      const exact = exactPairSums(block, of, groups.length);
      const rounded = binnedPairSums(binned(block), of, groups.length);
      groups.forEach((_, group) => {
        const [truth, near] = [againstRest(exact, group), againstRest(rounded, group)];
        expect(Math.abs(near.statistic - truth.statistic)).toBeLessThan(0.05 * truth.statistic + 0.02);
        expect(Math.abs(near.effect - truth.effect)).toBeLessThan(0.003);
      });
    }
  });
});
