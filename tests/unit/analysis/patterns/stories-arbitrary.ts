import fc from 'fast-check';
import { embeddingOf, type Embedding } from '$lib/analysis/patterns/embedding';
import { seededRandom } from '$lib/analysis/random/seeded-random';
import { BLOCK_STATE, type Block, type BlockKind, type StorySet } from '$lib/analysis/representation/block';
import { oneHotScale, STONE_SCALE, triadPlane } from '$lib/analysis/representation/design-scale';

const KINDS: readonly (readonly [BlockKind, number])[] = [
  ['triad', 2],
  ['slider', 1],
  ['stone', 2],
  ['choice', 3],
  ['slider', 1],
];

/** Synthetic stories anywhere in their signifiers, some left out: no pattern planted. */
export function scatteredStories(rows: number, seed: string, missing: number): StorySet {
  const random = seededRandom(seed);
  const place: Record<string, () => readonly number[]> = {
    triad: () => {
      const [low = 0, high = 0] = [random.next(), random.next()].sort((p, q) => p - q);
      return triadPlane(high - low, 1 - high);
    },
    slider: () => [random.next()],
    stone: () => [random.next() * STONE_SCALE, random.next() * STONE_SCALE],
    choice: () => {
      const chosen = random.below(3);
      return [0, 1, 2].map((option) => (option === chosen ? oneHotScale(3) : 0));
    },
  };
  const blocks = KINDS.map(([kind, width], number): Block => {
    const coordinates = new Float64Array(rows * width).fill(Number.NaN);
    const state = new Uint8Array(rows);
    for (let row = 0; row < rows; row += 1) {
      if (random.next() < missing) {
        state[row] = random.next() < 0.5 ? BLOCK_STATE.notApplicable : BLOCK_STATE.unanswered;
        continue;
      }
      state[row] = BLOCK_STATE.answered;
      coordinates.set(place[kind]?.() ?? [], row * width);
    }
    return { id: `${kind}.${number}`, signifier: `${kind}.${number}`, kind, width, coordinates, state };
  });
  return {
    rows,
    blocks,
    cluster: Uint32Array.from({ length: rows }, (_, row) => Math.floor(row / 12)),
    month: new Uint16Array(rows).fill(680),
  };
}

/** The signifiers of scattered stories. */
export const SCATTERED = KINDS.map(([kind], number) => `${kind}.${number}`);

export const embeddingArbitrary: fc.Arbitrary<Embedding> = fc
  .record({ rows: fc.integer({ min: 4, max: 80 }), seed: fc.string(), missing: fc.constantFrom(0, 0.1, 0.4) })
  .map(({ rows, seed, missing }) => embeddingOf(scatteredStories(rows, seed, missing), SCATTERED))
  .filter(({ rows }) => rows >= 4);
