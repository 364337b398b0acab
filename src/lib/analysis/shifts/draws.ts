import type { SeededRandom } from '../random/seeded-random';
import type { Exchanges, Pool } from './exchanges';

/** Random exchanges of a plan, batch after batch: each row names the units that make up the drawn side. */
export interface Draws {
  /** Units drawn in each permutation. */
  readonly width: number;
  /** The units that are drawn in the data as they are. */
  readonly asTold: Uint16Array;
  /** Fills rows of `width` units from the front of `into`. */
  fill(into: Uint16Array, rows: number): void;
}

/** A fresh draw without replacement in every pool (Fisher and Yates, stopped after the units that are needed). */
export function drawsOf({ pools, units }: Exchanges, random: SeededRandom): Draws {
  if (units > 65_535) throw new RangeError('more exchange units than 16 bits can number');
  const width = pools.reduce((sum, { take }) => sum + take, 0);
  const order = Uint16Array.from({ length: units }, (_, unit) => unit);
  const asTold = Uint16Array.from(
    pools.flatMap(({ start, take }) => Array.from({ length: take }, (_, i) => start + i)),
  );
  return {
    width,
    asTold,
    fill(into, rows) {
      let at = 0;
      for (let row = 0; row < rows; row += 1) for (const pool of pools) at = drawPool(pool, order, random, into, at);
    },
  };
}

/** Any order of `order` is as good a start as any other, so it is never put back. */
function drawPool(
  { start, units, take }: Pool,
  order: Uint16Array,
  random: SeededRandom,
  into: Uint16Array,
  from: number,
): number {
  let at = from;
  for (let i = 0; i < take; i += 1) {
    // Favours no unit by more than units / 2^32: one in six million.
    const j = start + i + Math.floor(random.next() * (units - i));
    const drawn = order[j] ?? 0;
    order[j] = order[start + i] ?? 0;
    order[start + i] = drawn;
    into[at] = drawn;
    at += 1;
  }
  return at;
}
