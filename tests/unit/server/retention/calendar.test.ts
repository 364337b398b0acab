import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UNNAMED_MS } from '$lib/server/media/bounds';
import {
  countOn,
  dayOf,
  doubtOf,
  firstCalendar,
  lastSerialBefore,
  PLAUSIBLE_MS,
  withFounding,
  withMark,
} from '$lib/server/retention/calendar';
import type { Calendar } from '$lib/server/store/port';

const DAY_MS = 24 * 60 * 60 * 1000;
const START = new Date('2026-11-28T12:00:00.000Z');
const after = (days: number) => new Date(START.getTime() + days * DAY_MS);
const seenOn = (...days: number[]): Calendar =>
  days.reduce((calendar, day) => countOn(calendar, after(day)), firstCalendar(START, null));
const dayIn = (calendar: Calendar) => Math.round((dayOf(calendar).getTime() - START.getTime()) / DAY_MS);

describe('the days that a server counts', () => {
  it.each([
    { clock: 'as it should', days: [1, 2, 3], day: 3, doubt: null },
    { clock: 'after weeks of being off', days: [1, 30], day: 30, doubt: null },
    { clock: 'after a jump of years', days: [1, 7300], day: 1, doubt: 'ahead' },
    { clock: 'after a jump, some days long', days: [1, 7300, 7301, 7305], day: 6, doubt: 'ahead' },
    { clock: 'after a jump, and right again', days: [1, 7300, 7302, 4], day: 4, doubt: null },
    { clock: 'set back by years', days: [1, -3650], day: -3650, doubt: 'behind' },
    { clock: 'set back, and right again', days: [1, -3650, -3649, 4], day: 4, doubt: null },
    {
      clock: 'set back for good',
      days: [1, ...Array.from({ length: 30 }, (_, n) => n - 3650)],
      day: -3621,
      doubt: null,
    },
    { clock: 'in summer time', days: [1, 1 - 1 / 24, 2], day: 2, doubt: null },
  ])('with a clock $clock', ({ days, day, doubt }) => {
    const calendar = seenOn(...days);
    expect(dayIn(calendar)).toBe(day);
    expect(doubtOf(calendar)?.kind ?? null).toBe(doubt);
  });

  it('begin where somebody was here last when nothing was counted yet, and never after what the clock says', () => {
    expect(firstCalendar(START, after(-400)).today).toEqual(after(-400));
    expect(firstCalendar(START, after(7300)).today).toEqual(START);
    expect(doubtOf(countOn(firstCalendar(START, after(-400)), START))).toMatchObject({ kind: 'ahead', days: 400 });
  });

  it('never make a file go early by a jump that is believed: its story still has weeks to come', () => {
    expect(UNNAMED_MS - PLAUSIBLE_MS).toBeGreaterThanOrEqual(28 * DAY_MS);
  });

  it('never outrun the time that passed by more than a server may be off, whatever the clock does and comes back to', () => {
    const moves = fc.array(
      fc.record({
        passed: fc.integer({ min: 0, max: 3 }),
        wrongBy: fc.oneof(fc.constant(0), fc.integer({ min: 40, max: 20_000 }), fc.integer({ min: -20_000, max: -1 })),
      }),
      { minLength: 1, maxLength: 60 },
    );
    fc.assert(
      fc.property(moves, (steps) => {
        let calendar = firstCalendar(START, null);
        let truth = 0;
        for (const { passed, wrongBy } of steps) {
          truth += passed;
          calendar = countOn(calendar, after(truth + wrongBy));
          expect(dayOf(calendar).getTime()).toBeLessThanOrEqual(after(truth).getTime() + PLAUSIBLE_MS);
        }
      }),
    );
  });
});

describe('a mark', () => {
  it('tells stories that came later from those that were there, to a week', () => {
    let calendar = withMark(firstCalendar(START, null), 'p', 3);
    calendar = withMark(countOn(calendar, after(3)), 'p', 5);
    calendar = withMark(countOn(calendar, after(8)), 'p', 9);
    expect(calendar.marks['p']).toEqual([
      { on: START, serial: 3 },
      { on: after(8), serial: 9 },
    ]);
    expect(lastSerialBefore(calendar, 'p', START)).toBe(3);
    expect(lastSerialBefore(calendar, 'p', after(1))).toBe(9);
    expect(lastSerialBefore(calendar, 'p', after(9))).toBeNull();
    expect(lastSerialBefore(calendar, 'other', after(1))).toBeNull();
  });

  it('of a day that has not come goes when that shows', () => {
    const ahead = withMark(firstCalendar(after(7300), null), 'p', 3);
    const right = Array.from({ length: 30 }, (_, n) => n).reduce((calendar, n) => countOn(calendar, after(n)), ahead);
    expect(dayIn(right)).toBe(29);
    expect(right.marks['p']).toEqual([]);
  });
});

it('a programme that was founded since marks were last made has no old story, also under the name of what every object has', () => {
  const calendar = withMark(seenOn(1), 'older', 7);
  for (const slug of ['younger', 'constructor']) {
    expect(lastSerialBefore(calendar, slug, after(1))).toBeNull();
    expect(lastSerialBefore(withFounding(calendar, slug), slug, after(1))).toBe(0);
  }
  expect(withFounding(calendar, 'older')).toBe(calendar);
});
