import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '$lib/analysis/random/seeded-random';
import { drawToFront, shuffle } from '$lib/analysis/random/shuffle';

const drawn = (seed: string, count: number): number[] => {
  const random = seededRandom(seed);
  return Array.from({ length: count }, () => random.next());
};

describe('a seeded source', () => {
  it('draws the same numbers from the same seed and others from another', () => {
    expect(drawn('shifts/7', 5)).toEqual(drawn('shifts/7', 5));
    expect(drawn('shifts/7', 5)).not.toEqual(drawn('shifts/8', 5));
  });

  it('forks streams that do not depend on what was drawn before', () => {
    const fresh = seededRandom('a').fork('b').next();
    const used = seededRandom('a');
    used.next();
    expect(used.fork('b').next()).toBe(fresh);
  });

  it('stays below its limit and reaches every value', () => {
    const random = seededRandom('limits');
    fc.assert(fc.property(fc.integer({ min: 1, max: 2 ** 32 }), (limit) => random.below(limit) < limit));
    expect(new Set(Array.from({ length: 300 }, () => random.below(7))).size).toBe(7);
  });

  it('draws normal numbers with mean 0 and deviation 1 (n = 20,000: within four standard errors)', () => {
    const random = seededRandom('normal');
    const values = Array.from({ length: 20_000 }, () => random.normal());
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
    expect(Math.abs(mean)).toBeLessThan(4 / Math.sqrt(20_000));
    expect(Math.abs(variance - 1)).toBeLessThan(4 * Math.sqrt(2 / 20_000));
  });
});

describe('shuffling', () => {
  it('keeps every value', () => {
    fc.assert(
      fc.property(fc.uint32Array({ maxLength: 50 }), fc.string(), (values, seed) => {
        const shuffled = values.slice();
        shuffle(shuffled, seededRandom(seed));
        expect(shuffled.sort()).toEqual(values.slice().sort());
      }),
    );
  });

  it('gives each order of three its turn: chi-square over 6 orders below its 99.9 % quantile (6,000 shuffles)', () => {
    const random = seededRandom('orders');
    const counts = new Map<string, number>();
    for (let i = 0; i < 6000; i += 1) {
      const values = Uint32Array.of(0, 1, 2);
      shuffle(values, random);
      counts.set(values.join(), (counts.get(values.join()) ?? 0) + 1);
    }
    const chi2 = [...counts.values()].reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0);
    expect(counts.size).toBe(6);
    expect(chi2).toBeLessThan(20.5);
  });

  it('draws to the front without replacement', () => {
    const values = Uint32Array.from({ length: 20 }, (_, i) => i);
    drawToFront(values, 5, seededRandom('front'));
    expect(new Set(values).size).toBe(20);
  });
});
