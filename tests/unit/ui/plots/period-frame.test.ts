import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { axisEnd, periodFrame } from '$lib/ui/plots/periods/period-frame';

describe('periods on a line', () => {
  it('stand in order within the axis, and the marked month among them', () => {
    fc.assert(
      fc.property(fc.nat(900), fc.integer({ min: 1, max: 20 }), fc.integer({ min: -50, max: 90 }), (first, n, off) => {
        const periods = Array.from({ length: n }, (_, i) => ({ from: first + 3 * i, to: first + 3 * i + 2 }));
        const frame = periodFrame(periods, first + off);
        const places = periods.map(frame.at);
        for (const at of [...places, frame.line(first + off)]) {
          expect(at).toBeGreaterThanOrEqual(0);
          expect(at).toBeLessThanOrEqual(1);
        }
        expect([...places].sort((p, q) => p - q)).toEqual(places);
        if (off >= 3 * n) expect(frame.line(first + off)).toBeGreaterThan(places.at(-1) ?? 1);
      }),
    );
  });

  it('name no month that the marked one was moved to: a line far off is set behind a break', () => {
    const periods = [{ from: 500, to: 505 }];
    expect(periodFrame(periods, 506)).toMatchObject({ told: 6, months: 7, broken: false });
    expect(periodFrame(periods, 640)).toMatchObject({ told: 6, months: 7, broken: true });
    expect(periodFrame(periods, 502)).toMatchObject({ told: 6, months: 6, broken: false });
  });

  it('end at a round share that holds every range', () => {
    expect(axisEnd([])).toBe(0.1);
    expect(axisEnd([0.3])).toBe(0.3);
    expect(axisEnd([0.31, 0.2])).toBe(0.4);
    expect(axisEnd([1])).toBe(1);
  });
});
