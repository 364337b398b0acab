import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { byCorner, byLabel, CORNER_ORDERS, cornersFor, isLabelOrder, LABEL_ORDER } from '$lib/domain/signifier/corners';
import { pixelPoint } from '$lib/domain/signifier/spaces';
import { close, fromPlane, pixelToPlane, planeToPixel, toPlane } from '$lib/domain/signifier/triad';
import { storyId } from '$lib/domain/story/story-id';
import { frame, placement } from './arbitrary';

const order = fc.constantFrom(...CORNER_ORDERS);
const turned = fc.tuple(frame, order).map(([lies, corners]) => ({ ...lies, corners }));

describe('a triad whose labels stand at other corners', () => {
  it('goes from a placement to pixels and back within 1e-9, in every order, mirrored or not', () => {
    fc.assert(
      fc.property(placement, turned, (p, lies) => {
        const back = fromPlane(pixelToPlane(planeToPixel(toPlane(p), lies), lies));
        for (const part of ['a', 'b', 'c'] as const) expect(Math.abs(back[part] - p[part])).toBeLessThan(1e-9);
      }),
    );
  });

  it('goes from a pixel inside to a placement and back to the same pixel', () => {
    fc.assert(
      fc.property(placement, turned, (inside, lies) => {
        const { x, y } = planeToPixel(toPlane(inside), { ...lies, corners: undefined });
        const at = fromPlane(pixelToPlane(pixelPoint(x, y), lies));
        const again = planeToPixel(toPlane(at), lies);
        expect(Math.hypot(again.x - x, again.y - y)).toBeLessThan(1e-6 * lies.side);
      }),
    );
  });

  it('stores, in label order, the very point the teller saw: a label is as near as it was on screen', () => {
    fc.assert(
      fc.property(placement, turned, (p, lies) => {
        // What the teller sees: the dot, and the three labels where the order puts them.
        const straight = { ...lies, corners: undefined };
        const cornerPixels = [close(1, 0, 0), close(0, 1, 0), close(0, 0, 1)].map((c) =>
          planeToPixel(toPlane(c), straight),
        );
        const dot = planeToPixel(toPlane(p), lies);
        const parts = [p.a, p.b, p.c];
        // Distance to the side opposite a corner is that label's share of the height: read off the screen only.
        lies.corners.forEach((label, corner) => {
          const [from, to] = cornerPixels.filter((_, i) => i !== corner);
          const own = cornerPixels[corner];
          if (from === undefined || to === undefined || own === undefined)
            throw new Error('a triangle has three corners');
          const off = (q: { x: number; y: number }) =>
            ((to.x - from.x) * (q.y - from.y) - (to.y - from.y) * (q.x - from.x)) / lies.side;
          expect(off(dot) / off(own)).toBeCloseTo(parts[label] ?? 0, 6);
        });
      }),
    );
  });

  it('is told by corner and by label, one undoing the other', () => {
    fc.assert(
      fc.property(placement, order, (p, corners) => {
        expect(byLabel(byCorner(p, corners), corners)).toEqual(p);
        expect(byCorner(byLabel(p, corners), corners)).toEqual(p);
      }),
    );
    expect(byCorner(close(1, 2, 5), [2, 0, 1])).toEqual(close(5, 1, 2));
  });

  it('has six orders, each a different one of the three labels', () => {
    expect(new Set(CORNER_ORDERS.map(String)).size).toBe(6);
    for (const corners of CORNER_ORDERS) expect([...corners].sort()).toEqual([0, 1, 2]);
    expect(CORNER_ORDERS.filter(isLabelOrder)).toEqual([LABEL_ORDER]);
  });
});

describe('the corner order of a teller', () => {
  it('is the same whenever it is asked for', () => {
    fc.assert(fc.property(fc.uuid(), (id) => void expect(cornersFor(id)).toEqual(cornersFor(id))));
  });

  it('takes each of the six about as often, also for ids made one after the other', () => {
    const counts = new Map<string, number>();
    const random = new Uint8Array(10);
    for (let i = 0; i < 6000; i += 1) {
      random[9] = i & 255;
      random[8] = i >> 8;
      const key = String(cornersFor(storyId(1_760_000_000_000 + i * 1000, random)));
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    // 1,000 each; five standard deviations are 144.
    expect(counts.size).toBe(6);
    for (const count of counts.values()) expect(Math.abs(count - 1000)).toBeLessThan(144);
  });
});
