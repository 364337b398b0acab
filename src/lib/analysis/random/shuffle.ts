import type { SeededRandom } from './seeded-random';

/** The first `count` places become a random draw without replacement of the whole (Fisher and Yates); in place. */
export function drawToFront(values: Uint32Array | Int32Array | Uint16Array, count: number, random: SeededRandom): void {
  const last = Math.min(count, values.length - 1);
  for (let i = 0; i < last; i += 1) {
    const j = i + random.below(values.length - i);
    const kept = values[i] as number; // i and j are within the array by construction
    values[i] = values[j] as number; // as above
    values[j] = kept;
  }
}

/** Every order equally likely; in place. */
export function shuffle(values: Uint32Array | Int32Array | Uint16Array, random: SeededRandom): void {
  drawToFront(values, values.length, random);
}
