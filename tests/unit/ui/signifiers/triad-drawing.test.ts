import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { close, pixelToPlane } from '$lib/domain/signifier/triad';
import { pixelPoint } from '$lib/domain/signifier/spaces';
import {
  cornersOf,
  drawTriad,
  FINGER_LIFT,
  HIT_MARGIN,
  liftOf,
  pixelOf,
  placementAt,
  stalksTo,
} from '$lib/ui/signifiers/triad/triad-drawing';
import { placement } from '../../domain/signifier/arbitrary';

const drawing = fc
  .tuple(fc.integer({ min: 260, max: 900 }), fc.integer({ min: 480, max: 1400 }), fc.boolean())
  .map(([width, height, mirrored]) => drawTriad(width, height, mirrored));

describe('the drawing of a triad', () => {
  it.each([
    ['a phone of 360 x 740', 316, 740, 198, 212],
    ['a tablet', 624, 1180, 400, 420],
    ['a wide leaf', 720, 1200, 420, 420],
    ['what a laptop has left', 624, 300, 300, 320],
    ['a low window', 316, 120, 184, 184],
  ])('has a triangle that fits %s', (_, width, room, least, most) => {
    const { side } = drawTriad(width, room, false).frame;
    expect(side).toBeGreaterThanOrEqual(least);
    expect(side).toBeLessThanOrEqual(most);
  });

  it('takes a press on any placement for that placement, mirrored or not', () => {
    fc.assert(
      fc.property(drawing, placement, ({ frame }, p) => {
        const { x, y } = pixelOf(p, frame);
        const pressed = placementAt(x, y, frame);
        expect(pressed?.a).toBeCloseTo(p.a, 9);
        expect(pressed?.b).toBeCloseTo(p.b, 9);
      }),
    );
  });

  it('takes a press up to 24 px outside, and nothing further off', () => {
    fc.assert(
      fc.property(drawing, fc.double({ min: 0, max: 1, noNaN: true }), ({ frame }, along) => {
        const x = frame.left + along * frame.side;
        expect(placementAt(x, frame.base + HIT_MARGIN - 0.01, frame)?.c).toBe(0);
        expect(placementAt(x, frame.base + HIT_MARGIN + 0.01, frame)).toBeUndefined();
      }),
    );
  });

  it('reaches the three corners exactly from just beyond them', () => {
    fc.assert(
      fc.property(drawing, ({ frame }) => {
        const [a, b, c] = cornersOf(frame);
        const out = frame.mirrored ? 8 : -8;
        expect(placementAt(a.x + out, a.y + 5, frame)).toEqual({ a: 1, b: 0, c: 0 });
        expect(placementAt(b.x - out, b.y + 5, frame)).toEqual({ a: 0, b: 1, c: 0 });
        expect(placementAt(c.x, c.y - 8, frame)).toEqual({ a: 0, b: 0, c: 1 });
      }),
    );
  });

  it('never lets a stalk leave the triangle', () => {
    fc.assert(
      fc.property(drawing, placement, ({ frame }, p) => {
        for (const { path } of stalksTo(p, frame, 9)) {
          const [x0 = 0, y0 = 0, x1 = 0, y1 = 0, x2 = 0, y2 = 0] = path
            .split(/[^\d.e+-]+/)
            .filter(Boolean)
            .map(Number);
          for (let t = 0; t <= 1; t += 0.05) {
            const at = (from: number, by: number, to: number) =>
              (1 - t) ** 2 * from + 2 * t * (1 - t) * by + t ** 2 * to;
            const { x, y } = pixelToPlane(pixelPoint(at(x0, x1, x2), at(y0, y1, y2)), frame);
            const c = y / (Math.sqrt(3) / 2);
            const b = x - c / 2;
            expect(Math.min(1 - b - c, b, c)).toBeGreaterThan(-1e-6);
          }
        }
      }),
    );
  });

  it('draws the stalk of the larger part thicker and darker', () => {
    const { frame } = drawTriad(316, 740, false);
    const [a, b] = stalksTo(close(0.7, 0.2, 0.1), frame, 9);
    expect(a?.width).toBeCloseTo(1.2 + 9 * 0.7);
    expect(a?.opacity).toBeGreaterThan(b?.opacity ?? 1);
  });
});

describe('the lift of a dot above a finger', () => {
  it.each([
    ['a mouse drags without any', 200, false, 0],
    ['a tap has none', 0, true, 0],
    ['a trembling tap has none', 6, true, 0],
    ['it grows with the drag', 16, true, 10],
    ['it ends at 28 px', 300, true, FINGER_LIFT],
  ])('%s', (_, travel, touch, lift) => {
    expect(liftOf(travel, touch)).toBe(lift);
  });
});
