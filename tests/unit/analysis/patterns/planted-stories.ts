import type { Grouping, StorySet } from '$lib/analysis/representation/block';
import { seededRandom } from '$lib/analysis/random/seeded-random';
import { scatteredStories } from './stories-arbitrary';

export interface Planted {
  readonly set: StorySet;
  /** Per story the pattern it was made of. */
  readonly truth: Uint8Array;
  /** The first half of the gatherings tells mostly the first pattern. */
  readonly places: Grouping;
}

/** Synthetic stories of `count` patterns: every story is drawn from scattered ones towards its pattern's example. */
export function plantedStories(rows: number, count: number, seed: string, missing = 0.05): Planted {
  const set = scatteredStories(rows, seed, missing);
  const random = seededRandom(`${seed}/truth`);
  const place = Uint16Array.from({ length: rows }, (_, row) => (row < rows / 2 ? 0 : 1));
  const truth = Uint8Array.from({ length: rows }, (_, row) =>
    place[row] === 0 && random.next() < 0.5 ? 0 : random.below(count),
  );
  const examples = scatteredStories(count, `${seed}/examples`, 0);
  const blocks = set.blocks.map((block, number) => ({
    ...block,
    coordinates: block.coordinates.map((value, at) => {
      const own = truth[Math.floor(at / block.width)] ?? 0;
      const example = examples.blocks[number]?.coordinates[own * block.width + (at % block.width)] ?? 0;
      // A choice is taken over as a whole, so that it stays one chosen option.
      if (block.kind === 'choice') return Number.isNaN(value) ? value : example;
      return 0.15 * value + 0.85 * example;
    }),
  }));
  return { set: { ...set, blocks }, truth, places: { id: 'place', groups: ['first half', 'second half'], of: place } };
}
