import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boundaryShare } from '$lib/analysis/describe/boundary-share';
import { DELTA, ilr, replaceSmall } from '$lib/analysis/describe/log-ratio';
import { logRatioView } from '$lib/analysis/describe/log-ratio-view';
import { partsAt } from '$lib/analysis/describe/parts';
import { triadPlane } from '$lib/analysis/representation/design-scale';
import { triadOf } from '../blocks';

const weight = fc.double({ min: 0, max: 1, noNaN: true });
const parts = fc
  .tuple(weight, weight, weight)
  .filter(([a, b, c]) => a + b + c > 1e-6)
  .map(([a, b, c]): [number, number, number] => [a / (a + b + c), b / (a + b + c), c / (a + b + c)]);

describe('log-ratios', () => {
  it('replace every small part alike and keep the whole at 1', () => {
    fc.assert(
      fc.property(parts, (story) => {
        const replaced = replaceSmall(story);
        expect(replaced[0] + replaced[1] + replaced[2]).toBeCloseTo(1, 12);
        story.forEach((part, i) => {
          if (part < 0.01 - 1e-9) expect(replaced[i]).toBe(DELTA);
          else if (part > 0.01 + 1e-9) expect(replaced[i]).toBeGreaterThan(DELTA);
        });
      }),
    );
  });

  it('do not rank a true .002 below a replaced zero', () => {
    expect(replaceSmall([0.998, 0.002, 0])[1]).toBe(replaceSmall([0.998, 0.002, 0])[2]);
  });

  it('have the fixed basis: a above b is positive, c below both is positive', () => {
    const [z1, z2] = ilr([0.6, 0.3, 0.1]);
    expect(z1).toBeCloseTo(Math.log(2) / Math.SQRT2, 12);
    expect(z2).toBeCloseTo(Math.log(18) / Math.sqrt(6), 12);
  });

  it('come back from the plane with the parts they had', () => {
    fc.assert(
      fc.property(parts, ([a, b, c]) => {
        const back = partsAt(...triadPlane(b, c));
        expect(back[0]).toBeCloseTo(a, 12);
        expect(back[1]).toBeCloseTo(b, 12);
        expect(back[2]).toBeCloseTo(c, 12);
      }),
    );
  });

  it('are hidden where a fifth of the answers stand on the rim, with the share as the reason', () => {
    const inner = Array.from({ length: 30 }, () => [0.4, 0.35, 0.25] as const);
    const rim = Array.from({ length: 10 }, () => [1, 0, 0] as const);
    expect(logRatioView(triadOf([...inner, ...rim]))).toEqual({ kind: 'on-boundary', n: 40, share: 0.25 });
    expect(logRatioView(triadOf(inner)).kind).toBe('shown');
    expect(logRatioView(triadOf(inner.slice(1)))).toEqual({ kind: 'too-few', n: 29 });
  });

  it('count the rim: near it and exactly on it', () => {
    const block = triadOf([
      [1, 0, 0],
      [0.495, 0.5, 0.005],
      [0.3, 0.3, 0.4],
      [0.98, 0.01, 0.01],
    ]);
    expect(boundaryShare(block)).toEqual({ n: 4, anyPartSmall: 0.5, anyPartZero: 0.25 });
  });
});
