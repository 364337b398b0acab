import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pebblePath } from '$lib/ui/signifiers/stones/pebble';
import { placeNames, type Named } from '$lib/ui/signifiers/stones/stone-names';
import {
  HIT_MARGIN,
  insideCanvas,
  pebbleMiddle,
  pixelToPlace,
  placeToPixel,
  stonesCanvas,
} from '$lib/ui/signifiers/stones/stones-field';

const unit = fc.double({ min: 0, max: 1, noNaN: true });
const canvas = fc
  .tuple(fc.constantFrom('axes', 'rings'), fc.integer({ min: 276, max: 720 }), fc.boolean())
  .map(([kind, width, mirrored]) => stonesCanvas(kind, width, 600, mirrored));

describe('the canvas of stones', () => {
  it('turns places into pixels and back, mirrored or not', () => {
    fc.assert(
      fc.property(canvas, unit, unit, (field, x, y) => {
        const place = insideCanvas({ x, y }, field.kind);
        const pixel = placeToPixel(place, field);
        const back = pixelToPlace(pixel.x, pixel.y, field);
        expect(back?.x).toBeCloseTo(place.x, 9);
        expect(back?.y).toBeCloseTo(place.y, 9);
      }),
    );
  });

  it('snaps to its border up to 24 px outside, and takes nothing further off', () => {
    const field = stonesCanvas('axes', 316, 600, false);
    expect(pixelToPlace(-HIT_MARGIN + 1, 100, field)?.x).toBe(0);
    expect(pixelToPlace(-HIT_MARGIN - 1, 100, field)).toBeUndefined();
    expect(pixelToPlace(100, field.height + HIT_MARGIN - 1, field)?.y).toBe(0);
  });

  it('keeps stones on rings inside the outermost ring', () => {
    fc.assert(
      fc.property(unit, unit, (x, y) => {
        const place = insideCanvas({ x, y }, 'rings');
        expect(Math.hypot(place.x - 0.5, place.y - 0.5)).toBeLessThanOrEqual(0.5 + 1e-9);
      }),
    );
  });

  it('never draws a pebble further than a fifth of its width over the side', () => {
    fc.assert(
      fc.property(canvas, unit, unit, (field, x, y) => {
        const middle = pebbleMiddle(placeToPixel({ x, y }, field), field);
        expect(middle.x - field.stone.width / 2).toBeGreaterThanOrEqual(-0.2 * field.stone.width - 1e-9);
        expect(middle.x + field.stone.width / 2).toBeLessThanOrEqual(field.width + 0.2 * field.stone.width + 1e-9);
      }),
    );
  });
});

describe('a pebble', () => {
  it('keeps its shape for a seed and differs between seeds', () => {
    expect(pebblePath('trust', 96, 86)).toBe(pebblePath('trust', 96, 86));
    expect(pebblePath('trust', 96, 86)).not.toBe(pebblePath('paper', 96, 86));
  });

  it('stays in its box', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 20 }), (seed) => {
        const numbers = pebblePath(seed, 100, 80)
          .split(/[^\d.-]+/)
          .filter(Boolean)
          .map(Number);
        expect(Math.max(...numbers.map(Math.abs))).toBeLessThanOrEqual(52);
      }),
    );
  });
});

describe('the names of stones', () => {
  const field = { width: 316, height: 330 };
  const stone = (id: string, x: number, y: number): Named => ({
    id,
    name: 'Trust and relationships',
    foot: { x, y },
    body: { x: x - 33, y: y - 61, width: 66, height: 58 },
    hangs: false,
  });
  const overlap = (a: { x: number; y: number; width: number; height: number }, b: typeof a) =>
    a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

  it('stand under their stones where there is room', () => {
    const box = placeNames([stone('a', 150, 150)], field, 118).get('a');
    expect(box?.y).toBeGreaterThan(150);
    expect((box?.x ?? 0) + (box?.width ?? 0) / 2).toBeCloseTo(150, 0);
  });

  it('move beside the stone near the bottom', () => {
    const box = placeNames([stone('a', 150, 325)], field, 118).get('a');
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(field.height);
    expect(overlap(box ?? field0, { x: 117, y: 264, width: 66, height: 58 })).toBe(false);
  });

  it('move to the freer side instead of covering another stone', () => {
    const under = stone('b', 150, 220);
    const names = placeNames([stone('a', 150, 150), under], field, 118);
    expect(overlap(names.get('a') ?? field0, under.body)).toBe(false);
    expect(overlap(names.get('a') ?? field0, names.get('b') ?? field0)).toBe(false);
  });

  const field0 = { x: 0, y: 0, width: 316, height: 330 };
});
