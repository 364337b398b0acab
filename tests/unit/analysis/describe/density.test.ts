import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { densityDifference, subtractDensities } from '$lib/analysis/describe/density-difference';
import { massPreservingDensity, NODE_COUNT } from '$lib/analysis/describe/kernel-density';
import { MOST_EXACT, placesOf } from '$lib/analysis/describe/places';
import { drawToFront } from '$lib/analysis/random/shuffle';
import { seededRandom } from '$lib/analysis/random/seeded-random';
import { triadPlane } from '$lib/analysis/representation/design-scale';

const random = seededRandom('density');

function scattered(n: number): { xs: Float64Array; ys: Float64Array } {
  const places = Array.from({ length: n }, () => {
    const [u, v] = [random.next(), random.next()];
    return triadPlane(...(u + v > 1 ? ([1 - u, 1 - v] as const) : ([u, v] as const)));
  });
  return { xs: Float64Array.from(places, ([x]) => x), ys: Float64Array.from(places, ([, y]) => y) };
}

/** The group's size drawn anew among all stories. */
function byStory(size: number) {
  return (into: Uint8Array): void => {
    const order = Uint32Array.from(into.keys());
    drawToFront(order, size, random);
    into.fill(0);
    for (const row of order.subarray(0, size)) into[row] = 1;
  };
}

describe('the density of a triad', () => {
  it('has 231 nodes and keeps the mass of every story, in corners too', () => {
    expect(NODE_COUNT).toBe(231);
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (b, share) => {
          const [x, y] = triadPlane(b, (1 - b) * share);
          expect(massPreservingDensity([x], [y]).reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 12);
        },
      ),
    );
  });

  it('is nothing for nobody', () => {
    expect(massPreservingDensity([], []).every(Number.isNaN)).toBe(true);
  });
});

describe('the difference of two densities', () => {
  it('is not drawn below fifty stories on either side', () => {
    const { xs, ys } = scattered(120);
    expect(
      densityDifference(
        xs,
        ys,
        Uint8Array.from(xs.keys(), (i) => (i < 49 ? 1 : 0)),
        byStory(49),
        9,
      ),
    ).toBeNull();
  });

  it('sums to nothing and is what two densities give', () => {
    const { xs, ys } = scattered(160);
    const inGroup = Uint8Array.from(xs.keys(), (i) => (i < 60 ? 1 : 0));
    const found = densityDifference(xs, ys, inGroup, byStory(60), 19);
    if (!found) throw new Error('sixty and a hundred are enough');
    expect(found.values.reduce((sum, value) => sum + value, 0)).toBeCloseTo(0, 12);
    const exact = subtractDensities(xs, ys, inGroup);
    found.values.forEach((value, node) => expect(value).toBeCloseTo(exact[node] ?? Number.NaN, 14));
  });

  it('stays within its threshold where there is none, and leaves it where there is one', () => {
    let outside = 0;
    for (let run = 0; run < 20; run += 1) {
      const { xs, ys } = scattered(130);
      const inGroup = Uint8Array.from(xs.keys(), (i) => (i < 55 ? 1 : 0));
      const found = densityDifference(xs, ys, inGroup, byStory(55), 99);
      if (found?.values.some((value) => Math.abs(value) > found.threshold)) outside += 1;
    }
    expect(outside).toBeLessThanOrEqual(4);
    const { xs, ys } = scattered(130);
    const moved = xs.map((x, i) => (i < 25 ? 0 : x));
    const up = ys.map((y, i) => (i < 25 ? 0 : y));
    const found = densityDifference(
      moved,
      up,
      Uint8Array.from(xs.keys(), (i) => (i < 55 ? 1 : 0)),
      byStory(55),
      99,
    );
    expect(found?.values.some((value) => value > found.threshold)).toBe(true);
  }, 30_000);

  it('moves the points of a large collection a hundredth of a side at most', () => {
    const { xs, ys } = scattered(MOST_EXACT + 1);
    const places = placesOf(xs, ys);
    expect(places.xs.length).toBeLessThanOrEqual(61 * 31);
    xs.forEach((x, i) => {
      const place = places.of[i] ?? 0;
      expect(Math.hypot(x - (places.xs[place] ?? 9), (ys[i] ?? 0) - (places.ys[place] ?? 9))).toBeLessThan(0.0101);
    });
    const few = placesOf(Float64Array.of(0.25, 0.5, 0.25), Float64Array.of(0, 0, 0));
    expect(few).toEqual({ xs: [0.25, 0.5], ys: [0, 0], of: Uint32Array.of(0, 1, 0) });
  });
});
