import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pixelPoint, planePoint } from '$lib/domain/signifier/spaces';
import {
  close,
  fromPlane,
  nudge,
  pixelToPlane,
  planeToPixel,
  toPlane,
  TRIANGLE_HEIGHT,
} from '$lib/domain/signifier/triad';
import { frame, placement } from './arbitrary';

const far = fc.double({ min: -3, max: 3, noNaN: true });

/** The border walked in small steps: slow, and obviously right. */
function nearestByWalking(x: number, y: number): number {
  const corners = [[0, 0] as const, [1, 0] as const, [0.5, TRIANGLE_HEIGHT] as const];
  const steps = 2000;
  let best = Infinity;
  corners.forEach((from, i) => {
    const to = corners[(i + 1) % 3] ?? from;
    for (let k = 0; k <= steps; k += 1) {
      const [px, py] = [from[0] + ((to[0] - from[0]) * k) / steps, from[1] + ((to[1] - from[1]) * k) / steps];
      best = Math.min(best, Math.hypot(x - px, y - py));
    }
  });
  return best;
}

describe('a triad placement', () => {
  it('goes to the plane and back within 1e-9', () => {
    fc.assert(
      fc.property(placement, (p) => {
        const back = fromPlane(toPlane(p));
        expect(Math.abs(back.a - p.a)).toBeLessThan(1e-9);
        expect(Math.abs(back.b - p.b)).toBeLessThan(1e-9);
        expect(Math.abs(back.c - p.c)).toBeLessThan(1e-9);
      }),
    );
  });

  it('goes to pixels and back within 1e-9, mirrored too', () => {
    fc.assert(
      fc.property(placement, frame, (p, f) => {
        const back = fromPlane(pixelToPlane(planeToPixel(toPlane(p), f), f));
        expect(Math.abs(back.a - p.a)).toBeLessThan(1e-9);
        expect(Math.abs(back.b - p.b)).toBeLessThan(1e-9);
        expect(Math.abs(back.c - p.c)).toBeLessThan(1e-9);
      }),
    );
  });

  it('is drawn on the other side when mirrored, and is the same placement', () => {
    const at = toPlane(close(0.7, 0.2, 0.1));
    const straight = planeToPixel(at, { left: 0, base: 100, side: 100, mirrored: false });
    const mirrored = planeToPixel(at, { left: 0, base: 100, side: 100, mirrored: true });
    expect(straight.x + mirrored.x).toBeCloseTo(100, 9);
    expect(straight.y).toBe(mirrored.y);
  });

  it('has parts that are never negative and sum to 1, wherever the finger was', () => {
    fc.assert(
      fc.property(far, far, (x, y) => {
        const p = fromPlane(planePoint(x, y));
        expect(Math.min(p.a, p.b, p.c)).toBeGreaterThanOrEqual(0);
        expect(p.a + p.b + p.c).toBeCloseTo(1, 9);
      }),
    );
  });

  it('snaps from outside to the nearest point of the border', () => {
    fc.assert(
      fc.property(far, far, (x, y) => {
        const snapped = toPlane(fromPlane(planePoint(x, y)));
        const inside = y >= 0 && y <= 2 * TRIANGLE_HEIGHT * Math.min(x, 1 - x);
        if (inside) return;
        const distance = Math.hypot(snapped.x - x, snapped.y - y);
        const walked = nearestByWalking(x, y);
        expect(distance).toBeLessThanOrEqual(walked + 1e-9);
        expect(distance).toBeGreaterThan(walked - 1e-3);
      }),
      { numRuns: 60 },
    );
  });

  it.each([
    ['below the base', 0.3, -0.2, 'c'],
    ['beyond the side from A to C', 0, 0.6, 'b'],
    ['beyond the side from B to C', 1, 0.6, 'a'],
  ] as const)('has an exact zero %s', (_, x, y, part) => {
    expect(fromPlane(planePoint(x, y))[part]).toBe(0);
  });

  it.each([
    ['A', -0.1, -0.1, { a: 1, b: 0, c: 0 }],
    ['B', 1.1, -0.1, { a: 0, b: 1, c: 0 }],
    ['C', 0.5, 1.1, { a: 0, b: 0, c: 1 }],
  ] as const)('reaches the corner %s exactly', (_, x, y, corner) => {
    expect(fromPlane(planePoint(x, y))).toEqual(corner);
  });

  it('is closed from rounded parts, and refuses parts that mean nothing', () => {
    expect(close(33, 33, 34)).toEqual({ a: 0.33, b: 0.33, c: 0.34 });
    expect(() => close(0, 0, 0)).toThrow(RangeError);
    expect(() => close(-1, 1, 1)).toThrow(RangeError);
    expect(() => close(Number.NaN, 1, 1)).toThrow(RangeError);
  });

  it('moves by a step and stays inside', () => {
    fc.assert(
      fc.property(placement, far, far, (p, dx, dy) => {
        const moved = nudge(p, dx, dy);
        expect(Math.min(moved.a, moved.b, moved.c)).toBeGreaterThanOrEqual(0);
      }),
    );
    const middle = close(1, 1, 1);
    const right = toPlane(nudge(middle, 0.02, 0));
    expect(right.x - toPlane(middle).x).toBeCloseTo(0.02, 9);
    expect(right.y).toBeCloseTo(toPlane(middle).y, 9);
  });

  it('counts pixels down and the plane up', () => {
    expect(pixelToPlane(pixelPoint(10, 20), { left: 10, base: 120, side: 100, mirrored: false })).toEqual({
      x: 0,
      y: 1,
    });
  });
});
