import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeMeans } from '$lib/analysis/pooling/place-means';
import { randomEffects } from '$lib/analysis/pooling/random-effects';
import { shrinkShares } from '$lib/analysis/pooling/shrink-shares';
import { seededRandom } from '$lib/analysis/random/seeded-random';
import { NO_GROUP } from '$lib/analysis/representation/block';
import { blockOf } from '../blocks';

const place = fc.record({
  mean: fc.double({ min: 0, max: 1, noNaN: true }),
  variance: fc.double({ min: 1e-4, max: 0.05, noNaN: true }),
});

describe('random effects', () => {
  it('make the generalised Q what it should be on average (Paule and Mandel)', () => {
    fc.assert(
      fc.property(fc.array(place, { minLength: 5, maxLength: 12 }), (places) => {
        const { tau2, mu, q } = randomEffects(places);
        const generalised = places.reduce((sum, { mean, variance }) => sum + (mean - mu) ** 2 / (variance + tau2), 0);
        if (tau2 > 0) expect(generalised).toBeCloseTo(places.length - 1, 6);
        else expect(q).toBeLessThanOrEqual(places.length - 1);
      }),
    );
  });

  it('draw every place towards the middle, none beyond it', () => {
    fc.assert(
      fc.property(fc.array(place, { minLength: 5, maxLength: 12 }), (places) => {
        const { mu, shrunk } = randomEffects(places);
        shrunk.forEach(({ mean }, i) => {
          const own = places[i]?.mean ?? Number.NaN;
          expect(mean).toBeGreaterThanOrEqual(Math.min(own, mu) - 1e-12);
          expect(mean).toBeLessThanOrEqual(Math.max(own, mu) + 1e-12);
        });
      }),
    );
  });

  it('are the plain mean where every place knows the same and nothing differs', () => {
    const places = [0.4, 0.5, 0.6].map((mean) => ({ mean, variance: 0.1 }));
    expect(randomEffects(places)).toMatchObject({ tau2: 0 });
    expect(randomEffects(places).mu).toBeCloseTo(0.5, 12);
    expect(randomEffects(places, 'dersimonian-laird').tau2).toBe(0);
  });

  it('refuse places without a variance of their own', () => {
    expect(() => randomEffects([])).toThrow(RangeError);
    expect(() => randomEffects([{ mean: 0.5, variance: 0 }])).toThrow(RangeError);
  });

  it('start from means and variances by place', () => {
    const block = blockOf('slider', 1, [[0.2], [0.4], [0.9], null, [0.5]]);
    const { n, mean, varianceOfMean } = placeMeans(block, {
      id: 'area',
      groups: ['n', 's'],
      of: Uint16Array.of(0, 0, 1, 1, NO_GROUP),
    });
    expect(n).toEqual([2, 1]);
    expect(mean[0]).toBeCloseTo(0.3, 12);
    expect(varianceOfMean[0]).toBeCloseTo(0.01, 12);
    expect(varianceOfMean[1]).toBeNaN();
  });
});

describe('shrunk shares', () => {
  it('are not made of four places, nor of answers that all agree', () => {
    expect(shrinkShares(Array.from({ length: 4 }, () => ({ hits: 3, n: 9 })))).toBeNull();
    expect(shrinkShares(Array.from({ length: 6 }, () => ({ hits: 0, n: 9 })))).toBeNull();
  });

  it('lie between the place and the whole and know more than the place alone', () => {
    const places = [
      [2, 40],
      [9, 40],
      [14, 30],
      [3, 12],
      [20, 60],
      [1, 10],
    ].map(([hits = 0, n = 0]) => ({ hits, n }));
    const found = shrinkShares(places);
    if (!found) throw new Error('six places are enough');
    found.places.forEach(({ share, low, high }, i) => {
      const { hits, n } = places[i] ?? { hits: 0, n: 1 };
      expect(share).toBeGreaterThanOrEqual(Math.min(hits / n, found.mean) - 1e-9);
      expect(share).toBeLessThanOrEqual(Math.max(hits / n, found.mean) + 1e-9);
      expect(low).toBeLessThan(share);
      expect(high).toBeGreaterThan(share);
    });
  });

  it('give a place without stories the whole, and say that places do not differ when they do not', () => {
    const found = shrinkShares([...Array.from({ length: 6 }, () => ({ hits: 10, n: 40 })), { hits: 0, n: 0 }]);
    expect(found?.weight).toBe(Infinity);
    expect(found?.places[6]?.share).toBeCloseTo(0.25, 3);
  });

  it('find the spread that was there, and come nearer to the true shares than the raw ones', () => {
    const random = seededRandom('shares');
    const error = { raw: 0, shrunk: 0 };
    const weights: number[] = [];
    for (let run = 0; run < 20; run += 1) {
      // Beta(3, 7) as the share of heads of a long Polya urn.
      const truth = Array.from({ length: 28 }, () => {
        let [yes, no] = [3, 7];
        for (let step = 0; step < 400; step += 1)
          if (random.next() < yes / (yes + no)) yes += 1;
          else no += 1;
        return yes / (yes + no);
      });
      const places = truth.map((share) => {
        let hits = 0;
        for (let story = 0; story < 15; story += 1) if (random.next() < share) hits += 1;
        return { hits, n: 15 };
      });
      const found = shrinkShares(places);
      weights.push(found?.weight ?? Infinity);
      truth.forEach((share, i) => {
        error.raw += ((places[i]?.hits ?? 0) / 15 - share) ** 2;
        error.shrunk += ((found?.places[i]?.share ?? 0) - share) ** 2;
      });
    }
    expect(error.shrunk).toBeLessThan(error.raw * 0.8);
    const middle = weights.sort((a, b) => a - b)[10] ?? 0;
    expect(middle).toBeGreaterThan(6);
    expect(middle).toBeLessThan(18);
  }, 30_000);
});
