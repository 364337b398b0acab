import { describe, expect, it } from 'vitest';
import { seededRandom, type SeededRandom } from '$lib/analysis/random/seeded-random';
import {
  DESIGN_SQUARED_DISTANCE,
  OPTION_SCALE,
  STONE_SCALE,
  oneHotScale,
  triadPlane,
} from '$lib/analysis/representation/design-scale';

/** A uniform point of the simplex: two cuts of [0, 1]. */
function uniformTriad(random: SeededRandom): readonly number[] {
  const [low = 0, high = 0] = [random.next(), random.next()].sort((p, q) => p - q);
  return triadPlane(high - low, 1 - high);
}

function oneHot(options: number, random: SeededRandom): readonly number[] {
  const chosen = random.below(options);
  return Array.from({ length: options }, (_, option) => (option === chosen ? oneHotScale(options) : 0));
}

const UNIFORM: Record<string, (random: SeededRandom) => readonly number[]> = {
  triad: uniformTriad,
  slider: (random) => [random.next()],
  stone: (random) => [random.next() * STONE_SCALE, random.next() * STONE_SCALE],
  'choice of 2': (random) => oneHot(2, random),
  'choice of 5': (random) => oneHot(5, random),
  option: (random) => [random.below(2) * OPTION_SCALE],
};

describe('the design scale', () => {
  it.each(Object.keys(UNIFORM))('gives uniform answers to a %s the expected squared distance 1/6', (kind) => {
    const random = seededRandom(`uniform/${kind}`);
    const draw = UNIFORM[kind] ?? (() => []);
    const pairs = 40_000;
    let sum = 0;
    let squares = 0;
    for (let i = 0; i < pairs; i += 1) {
      const [p, q] = [draw(random), draw(random)];
      const squared = p.reduce((total, value, at) => total + (value - (q[at] ?? 0)) ** 2, 0);
      sum += squared;
      squares += squared ** 2;
    }
    const mean = sum / pairs;
    const error = Math.sqrt((squares / pairs - mean ** 2) / pairs);
    expect(Math.abs(mean - DESIGN_SQUARED_DISTANCE)).toBeLessThan(4 * error);
  });

  it('gives a question with a single option no weight', () => {
    expect(oneHotScale(1)).toBe(0);
  });
});
