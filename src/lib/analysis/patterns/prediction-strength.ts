import type { SeededRandom } from '../random/seeded-random';
import { shuffle } from '../random/shuffle';
import { contingency } from './contingency';
import { rowsOf, type Embedding } from './embedding';
import { kMeans } from './k-means';
import { nearest } from './nearest';

export interface SplitOptions {
  readonly count: number;
  /** Starts per half. */
  readonly restarts: number;
  readonly random: SeededRandom;
}

/**
 * Prediction strength of one split in halves (Tibshirani and Walther 2005, J. Comput. Graph. Stat. 14, 511-528, as R's
 * fpc computes it): both halves are clustered; of the pairs that stand together in a half, the share that the other half's
 * centres also put together, least over its clusters; the mean of the two halves. In [0, 1]. A cluster of one counts 1.
 */
export function splitStrength(embedding: Embedding, { count, restarts, random }: SplitOptions): number {
  const order = Uint32Array.from({ length: embedding.rows }, (_, row) => row);
  shuffle(order, random);
  const middle = Math.floor(embedding.rows / 2);
  const halves = [order.slice(0, middle), order.slice(middle)].map((rows) => rowsOf(embedding, rows.sort()));
  const fits = halves.map((half, i) => kMeans(half, { count, restarts, random: random.fork(`half ${i}`) }));
  const strengths = halves.map((half, i) => {
    const [own, other] = [fits[i], fits[1 - i]];
    if (!own || !other) throw new RangeError('two halves');
    return leastKeptTogether(own.centre, nearest(half, other.centres).centre, count);
  });
  return strengths.reduce((sum, strength) => sum + strength, 0) / strengths.length;
}

/** Over the groups of the first partition the least share of their pairs that the second also keeps together. */
function leastKeptTogether(group: Uint8Array, predicted: Uint8Array, count: number): number {
  const table = contingency(group, predicted, count, count);
  let least = 1;
  for (let row = 0; row < count; row += 1) {
    const counts = table.subarray(row * count, (row + 1) * count);
    const size = counts.reduce((sum, n) => sum + n, 0);
    const kept = counts.reduce((sum, n) => sum + n * (n - 1), 0);
    if (size > 1) least = Math.min(least, kept / (size * (size - 1)));
  }
  return least;
}
