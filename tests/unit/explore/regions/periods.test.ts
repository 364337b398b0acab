import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { monthOf, PERIOD_LENGTHS, periodsOf } from '$lib/explore/regions/periods';

describe('periods', () => {
  it('hold every month from the first to the last once, in order', () => {
    fc.assert(
      fc.property(fc.nat(900), fc.nat(60), fc.constantFrom(...PERIOD_LENGTHS), (first, more, length) => {
        const months = periodsOf(first, first + more, length).flatMap(({ from, to }) =>
          Array.from({ length: to - from + 1 }, (_, i) => from + i),
        );
        expect(months).toEqual(Array.from({ length: more + 1 }, (_, i) => first + i));
      }),
    );
  });

  it('are the calendar’s quarters, cut where the stories begin and end', () => {
    // November 2025 to July 2026.
    expect(periodsOf(670, 678, 'quarter')).toEqual([
      { from: 670, to: 671 },
      { from: 672, to: 674 },
      { from: 675, to: 677 },
      { from: 678, to: 678 },
    ]);
  });

  it('count a moment’s month by UTC, as stories are counted', () => {
    expect(monthOf('2026-10-31T23:59:59.000Z')).toBe(681);
    expect(monthOf('2026-11-01T00:00:00.000Z')).toBe(682);
  });
});
