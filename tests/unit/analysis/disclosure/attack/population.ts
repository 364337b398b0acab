import { seededRandom, type SeededRandom } from '$lib/analysis/random/seeded-random';

/** Invented stories with a few attributes and the gathering of each, for attacks. */
export interface Population {
  readonly rows: number;
  /** Values of each attribute. */
  readonly sizes: readonly number[];
  /** By attribute, the value of each story. */
  readonly values: readonly Uint8Array[];
  readonly cluster: Uint32Array;
}

/** Uneven on purpose: small values, gatherings of one kind, a big gathering now and then. */
export function population(seed: string, rows: number, sizes: readonly number[]): Population {
  const random = seededRandom(seed);
  const cluster = new Uint32Array(rows);
  const values = sizes.map(() => new Uint8Array(rows));
  let left = 0;
  let number = -1;
  let kind: number[] = [];
  for (let row = 0; row < rows; row += 1) {
    if (left === 0) {
      left = random.next() < 0.15 ? 12 + random.below(20) : 1 + random.below(6);
      number += 1;
      kind = sizes.map((size) => skewed(random, size));
    }
    left -= 1;
    cluster[row] = number;
    sizes.forEach((size, attribute) => {
      const of = values[attribute];
      if (of) of[row] = random.next() < 0.6 ? (kind[attribute] ?? 0) : skewed(random, size);
    });
  }
  return { rows, sizes, values, cluster };
}

function skewed(random: SeededRandom, size: number): number {
  return Math.min(size - 1, Math.floor(size * random.next() ** 1.7));
}
