import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wilson } from '$lib/analysis/wilson';

describe('the Wilson interval', () => {
  it.each([
    // Newcombe 1998, Statistics in Medicine 17, 857-872, table I, method 3.
    { hits: 81, n: 263, low: 0.2553, high: 0.3662 },
    { hits: 15, n: 148, low: 0.0624, high: 0.1605 },
    { hits: 0, n: 20, low: 0, high: 0.1611 },
    { hits: 1, n: 29, low: 0.0061, high: 0.1718 },
  ])('gives the published limits for $hits of $n', ({ hits, n, low, high }) => {
    const interval = wilson(hits, n);
    expect(interval?.low).toBeCloseTo(low, 4);
    expect(interval?.high).toBeCloseTo(high, 4);
  });

  it('says nothing about no stories', () => {
    expect(wilson(0, 0)).toBeNull();
  });

  it('refuses more hits than stories', () => {
    expect(() => wilson(4, 3)).toThrow(RangeError);
  });

  it('holds the share, stays in [0, 1] and is its own mirror image', () => {
    const counts = fc
      .integer({ min: 1, max: 5_000 })
      .chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)));
    fc.assert(
      fc.property(counts, ([hits, n]) => {
        const interval = wilson(hits, n);
        const mirrored = wilson(n - hits, n);
        if (!interval || !mirrored) throw new Error('n is at least 1');
        expect(interval.low).toBeGreaterThanOrEqual(0);
        expect(interval.high).toBeLessThanOrEqual(1);
        expect(interval.low).toBeLessThanOrEqual(interval.share);
        expect(interval.high).toBeGreaterThanOrEqual(interval.share);
        expect(interval.low).toBeCloseTo(1 - mirrored.high, 12);
      }),
    );
  });
});
