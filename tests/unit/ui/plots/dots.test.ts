import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CELL, countCells, shade, shadeCells } from '$lib/ui/plots/dots/density';
import { dotStyles } from '$lib/ui/plots/dots/dot-style';
import { joinPoints } from '$lib/ui/plots/dots/join-points';
import { layPiles, MOST_PIXELS, SPREAD } from '$lib/ui/plots/dots/piles';
import { ALL, EVERY_BIT, gatherPoints, type Points } from '$lib/ui/plots/dots/points';
import { stampDots } from '$lib/ui/plots/dots/stamp-dots';

const asIs = { x: (x: number): number => x, y: (y: number): number => y };

function pointsAt(places: readonly (readonly [number, number] | null)[]): Points {
  return gatherPoints(places.length, (row) => {
    const at = places[row];
    return at ? { x: at[0], y: at[1], key: at[0] * 1_000 + at[1] } : null;
  });
}

describe('points', () => {
  it('leave out stories without a placement and know which stories share a place', () => {
    const points = pointsAt([[5, 5], null, [7, 7], [5, 5]]);
    expect([...points.rows]).toEqual([0, 2, 3]);
    expect([...points.place]).toEqual([0, 1, 0]);
    expect(points.places).toBe(2);
  });

  it('of two drawings stay apart when joined, even at the same place', () => {
    const joined = joinPoints([pointsAt([[5, 5]]), pointsAt([[5, 5]])]);
    expect([...joined.place]).toEqual([0, 1]);
  });
});

describe('piles', () => {
  it('put a lone story exactly at its place', () => {
    const dots = layPiles(pointsAt([[50, 60]]), ALL, SPREAD.chosen, asIs);
    expect([dots.x[0], dots.y[0]]).toEqual([50, 60]);
  });

  it('lay the k-th story of a place at .9 sqrt(k) pixels and 137.5 degrees further on', () => {
    const dots = layPiles(
      pointsAt([
        [50, 50],
        [50, 50],
        [50, 50],
      ]),
      ALL,
      SPREAD.chosen,
      asIs,
    );
    const distance = (i: number): number => Math.hypot((dots.x[i] ?? 0) - 50, (dots.y[i] ?? 0) - 50);
    expect(distance(1)).toBeCloseTo(0.9, 4);
    expect(distance(2)).toBeCloseTo(0.9 * Math.SQRT2, 4);
    const angle = (i: number): number => Math.atan2((dots.y[i] ?? 0) - 50, (dots.x[i] ?? 0) - 50);
    const turn = ((angle(2) - angle(1)) * 180) / Math.PI;
    expect((turn + 720) % 360).toBeCloseTo(137.508, 2);
  });

  it('never draw a story more than 10 pixels from its place, however many lie there', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 6_000 }), (size) => {
        const dots = layPiles(
          pointsAt(Array.from({ length: size }, () => [50, 50] as const)),
          ALL,
          SPREAD.chosen,
          asIs,
        );
        for (let i = 0; i < dots.count; i += 1)
          expect(Math.hypot((dots.x[i] ?? 0) - 50, (dots.y[i] ?? 0) - 50)).toBeLessThanOrEqual(MOST_PIXELS + 1e-3);
      }),
      { numRuns: 12 },
    );
  });

  it('hold only the stories that pass every filter that counts', () => {
    const points = pointsAt([
      [1, 1],
      [2, 2],
      [3, 3],
    ]);
    const fail = Uint32Array.of(0, 0b01, 0b10);
    expect(layPiles(points, { fail, care: EVERY_BIT }, 0.9, asIs).count).toBe(1);
    expect(layPiles(points, { fail, care: EVERY_BIT & ~0b10 }, 0.9, asIs).count).toBe(2);
  });
});

describe('the density buffer', () => {
  it('counts every story exactly once', () => {
    const places = fc.array(
      fc.tuple(fc.double({ min: 0, max: 99.9, noNaN: true }), fc.double({ min: 0, max: 79.9, noNaN: true })),
      {
        maxLength: 400,
      },
    );
    fc.assert(
      fc.property(places, (spots) => {
        const dots = {
          x: Float32Array.from(spots, ([x]) => x),
          y: Float32Array.from(spots, ([, y]) => y),
          count: spots.length,
        };
        const { counts, columns, most } = countCells(dots, 100, 80);
        expect(counts.reduce((sum, count) => sum + count, 0)).toBe(spots.length);
        expect(most).toBe(Math.max(0, ...counts));
        spots.forEach(([x, y]) =>
          expect(counts[Math.floor(y / CELL) * columns + Math.floor(x / CELL)]).toBeGreaterThan(0),
        );
      }),
    );
  });

  it('shades by the logarithm: one story is plain to see, the fullest cell is solid, nothing is blurred', () => {
    expect(shade(0, 50)).toBe(0);
    expect(shade(1, 50)).toBeGreaterThan(0.3);
    expect(shade(50, 50)).toBe(1);
    const layer = { alpha: new Uint8ClampedArray(100), width: 10, height: 10 };
    shadeCells(layer, countCells({ x: Float32Array.of(4.5), y: Float32Array.of(6.5), count: 1 }, 10, 10), 1, 1);
    expect([...layer.alpha].filter((alpha) => alpha > 0)).toHaveLength(CELL * CELL);
  });
});

describe('dots', () => {
  it.each([
    { n: 199, kind: 'dots' },
    { n: 4_999, kind: 'dots' },
    { n: 5_000, kind: 'density' },
  ])('of $n stories are drawn as $kind', ({ n, kind }) => {
    expect(dotStyles(n).chosen.kind).toBe(kind);
  });

  it('are larger for the selection than for the rest', () => {
    for (const n of [50, 500, 3_000]) {
      const { chosen, rest } = dotStyles(n);
      if (chosen.kind !== 'dots' || rest.kind !== 'dots') throw new Error('few enough for dots');
      expect(chosen.diameter / rest.diameter).toBeCloseTo(1.36, 2);
    }
  });

  it('cover about the area of their circle', () => {
    const layer = { alpha: new Uint8ClampedArray(400), width: 20, height: 20 };
    stampDots(layer, { x: Float32Array.of(10), y: Float32Array.of(10), count: 1 }, { diameter: 6, opacity: 1 }, 1);
    const area = layer.alpha.reduce((sum, alpha) => sum + alpha, 0) / 255;
    expect(area).toBeGreaterThan(Math.PI * 9 * 0.9);
    expect(area).toBeLessThan(Math.PI * 9 * 1.1);
  });
});
