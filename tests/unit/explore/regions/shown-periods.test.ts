import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shownRun } from '$lib/explore/regions/shown-periods';

describe('the periods a picture shows', () => {
  it('are at most twelve and hold the last that may be shown', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { maxLength: 60 }), (mayShow) => {
        const { from, to } = shownRun(mayShow);
        expect(from).toBeGreaterThanOrEqual(0);
        expect(to).toBeLessThanOrEqual(mayShow.length);
        expect(to - from).toBe(Math.min(12, to));
        const last = mayShow.lastIndexOf(true);
        if (last >= 0) expect(last >= from && last < to).toBe(true);
      }),
    );
  });

  it('are the newest, as long as one of them has stories enough', () => {
    expect(shownRun([...Array.from({ length: 20 }, () => false), true, false])).toEqual({ from: 10, to: 22 });
    expect(shownRun([true, ...Array.from({ length: 20 }, () => false)])).toEqual({ from: 0, to: 4 });
  });
});
