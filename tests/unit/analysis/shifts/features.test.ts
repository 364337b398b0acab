import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { binned } from '$lib/analysis/shifts/bins';
import { againstRest } from '$lib/analysis/shifts/energy';
import { featuresOf } from '$lib/analysis/shifts/features';
import { binnedPairSums } from '$lib/analysis/shifts/pair-sums';
import { triadOf } from '../blocks';

const placement = fc.tuple(fc.nat(6), fc.nat(6), fc.nat(6)).filter(([a, b, c]) => a + b + c > 0);
const told = fc.array(fc.tuple(placement, fc.nat(1)), { minLength: 4, maxLength: 30 });

function setUp(stories: readonly (readonly [readonly [number, number, number], number])[]) {
  const bins = binned(triadOf(stories.map(([[a, b, c]]) => [a / (a + b + c), b / (a + b + c), c / (a + b + c)])));
  const counts = new Float64Array(bins.grid.count);
  for (const bin of bins.of) counts[bin] = (counts[bin] ?? 0) + 1;
  return { bins, counts, of: Uint16Array.from(stories, ([, side]) => side) };
}

describe('the features', () => {
  it('write the energy of bins as a sum of squares, when none is left out', () => {
    fc.assert(
      fc.property(told, (stories) => {
        const { bins, counts, of } = setUp(stories);
        const { width, values } = featuresOf(bins.grid, counts, 231, 1);
        const sum = new Float64Array(width);
        let n = 0;
        bins.of.forEach((bin, story) => {
          if (of[story] !== 0) return;
          n += 1;
          for (let k = 0; k < width; k += 1) sum[k] = (sum[k] ?? 0) + (values[bin * width + k] ?? 0);
        });
        const total = stories.length;
        const squares = sum.reduce((all, each) => all + each * each, 0);
        const energy = againstRest(binnedPairSums(bins, of, 2), 0).statistic;
        expect(n === 0 || n === total ? 0 : ((2 * total) / (n * (total - n))) * squares).toBeCloseTo(energy, 6);
      }),
    );
  });

  it('sum to nothing over all stories, and say how much they hold', () => {
    fc.assert(
      fc.property(told, fc.integer({ min: 1, max: 6 }), (stories, most) => {
        const { bins, counts } = setUp(stories);
        const { width, values, kept } = featuresOf(bins.grid, counts, most, 1);
        expect(width).toBeLessThanOrEqual(most);
        for (let k = 0; k < width; k += 1) {
          expect(counts.reduce((sum, count, bin) => sum + count * (values[bin * width + k] ?? 0), 0)).toBeCloseTo(0, 6);
        }
        expect(kept).toBeGreaterThan(0);
        expect(kept).toBeLessThanOrEqual(1 + 1e-12);
      }),
    );
  });
});
