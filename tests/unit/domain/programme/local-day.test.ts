import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayBegins, dayEnds, localDay } from '$lib/domain/programme/local-day';

describe('a day in Sheffield', () => {
  it.each([
    ['in winter', '2026-12-01', '2026-12-01T00:00:00.000Z', '2026-12-02T00:00:00.000Z'],
    ['in summer', '2026-07-01', '2026-06-30T23:00:00.000Z', '2026-07-01T23:00:00.000Z'],
    ['of 23 hours', '2026-03-29', '2026-03-29T00:00:00.000Z', '2026-03-29T23:00:00.000Z'],
    ['of 25 hours', '2026-10-25', '2026-10-24T23:00:00.000Z', '2026-10-26T00:00:00.000Z'],
  ])('%s begins and ends at midnight there', (_, day, begins, ends) => {
    expect(dayBegins(day)?.toISOString()).toBe(begins);
    expect(dayEnds(day)?.toISOString()).toBe(ends);
  });

  it('holds every moment between its two midnights, and no other', () => {
    const moments = fc.date({
      min: new Date('2000-01-02'),
      max: new Date('2099-12-30'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(moments, (at) => {
        const day = localDay(at);
        expect(Number(dayBegins(day))).toBeLessThanOrEqual(Number(at));
        expect(Number(dayEnds(day))).toBeGreaterThan(Number(at));
      }),
    );
  });

  it.each(['', '2026-02-30', '2026-13-01', '26-01-01', '12026-01-01', '1926-01-01', '01/12/2026', 'tomorrow'])(
    'is not %j',
    (text) => {
      expect(dayBegins(text)).toBeNull();
      expect(dayEnds(text)).toBeNull();
    },
  );
});
