import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clusterMeanRegion } from '$lib/analysis/describe/cluster-mean-region';
import { hotelling, meanRegion, type MeanRegion } from '$lib/analysis/describe/mean-region';
import { seededRandom } from '$lib/analysis/random/seeded-random';

/** Whether a point lies in the ellipse. */
function covers({ mean, semiAxes, angle }: MeanRegion, x: number, y: number): boolean {
  const [c, s] = [Math.cos((angle * Math.PI) / 180), Math.sin((angle * Math.PI) / 180)];
  const [dx, dy] = [x - mean[0], y - mean[1]];
  return ((dx * c + dy * s) / semiAxes[0]) ** 2 + ((dy * c - dx * s) / semiAxes[1]) ** 2 <= 1;
}

describe('the region of a mean', () => {
  it('has the factor of Hotelling at 117 stories', () => {
    expect(hotelling(117)).toBeCloseTo(6.2037682274229144, 10);
  });

  it('moves and turns with the points', () => {
    const point = fc.tuple(fc.integer({ min: -50, max: 50 }), fc.integer({ min: -50, max: 50 }));
    fc.assert(
      fc.property(fc.array(point, { minLength: 4, maxLength: 30 }), (points) => {
        const xs = points.map(([x]) => x);
        const ys = points.map(([, y]) => y);
        const still = meanRegion(xs, ys);
        const moved = meanRegion(
          ys.map((y) => 10 - y),
          xs,
        );
        if (!still || !moved) throw new Error('four points have a region');
        expect(moved.semiAxes[0]).toBeCloseTo(still.semiAxes[0], 6);
        expect(moved.semiAxes[1]).toBeCloseTo(still.semiAxes[1], 6);
        expect(moved.mean[0]).toBeCloseTo(10 - still.mean[1], 8);
        if (still.semiAxes[0] - still.semiAxes[1] > 1e-3) {
          expect(Math.abs(Math.sin(((moved.angle - still.angle - 90) * Math.PI) / 180))).toBeLessThan(1e-4);
        }
      }),
    );
  });

  it('cannot be drawn through two points', () => {
    expect(meanRegion([0, 1], [0, 1])).toBeNull();
  });

  it('holds the true mean 95 times in 100 for stories told one by one', () => {
    const random = seededRandom('coverage');
    let held = 0;
    for (let run = 0; run < 600; run += 1) {
      const xs = Array.from({ length: 40 }, () => (random.next() < 0.5 ? 0 : 1));
      const ys = xs.map((x) => 0.3 * x + random.next());
      const region = meanRegion(xs, ys);
      if (region && covers(region, 0.5, 0.65)) held += 1;
    }
    expect(held / 600).toBeGreaterThan(0.92);
    expect(held / 600).toBeLessThan(0.975);
  });

  it('holds it for gatherings that agree within, where the plain one does not', () => {
    const random = seededRandom('gatherings');
    const held = { clustered: 0, plain: 0 };
    const runs = 200;
    for (let run = 0; run < runs; run += 1) {
      const xs: number[] = [];
      const ys: number[] = [];
      const cluster: number[] = [];
      for (let session = 0; session < 16; session += 1) {
        const [sx, sy] = [random.normal(), random.normal()];
        for (let story = 0; story < 6 + random.below(8); story += 1) {
          xs.push(sx + random.normal());
          ys.push(sy + random.normal());
          cluster.push(session);
        }
      }
      const region = clusterMeanRegion(Float64Array.from(xs), Float64Array.from(ys), cluster, random);
      const plain = meanRegion(xs, ys);
      if (region && covers(region, 0, 0)) held.clustered += 1;
      if (plain && covers(plain, 0, 0)) held.plain += 1;
    }
    expect(held.clustered / runs).toBeGreaterThan(0.9);
    expect(held.plain / runs).toBeLessThan(0.6);
  });

  it('asks for ten gatherings before it says how they differ', () => {
    const xs = Float64Array.from({ length: 90 }, (_, i) => i % 7);
    const nine = Array.from(xs.keys(), (i) => i % 9);
    expect(clusterMeanRegion(xs, xs, nine, seededRandom('few'))).toBeNull();
  });

  it('is the same for the same seed', () => {
    const xs = Float64Array.from({ length: 90 }, (_, i) => i % 7);
    const ys = xs.map((x, i) => x * (i % 3));
    const ten = Array.from(xs.keys(), (i) => i % 10);
    expect(clusterMeanRegion(xs, ys, ten, seededRandom('same'))).toEqual(
      clusterMeanRegion(xs, ys, ten, seededRandom('same')),
    );
  });
});
