import { partialNorms, type Centres } from './centres';
import type { Embedding } from './embedding';

/** Centres are compared four at a time: each coordinate is read once for four dot products (measured 2.3 times faster). */
export const AT_ONCE = 4;

/**
 * What compares a row with every centre: the centres turned so that four stand side by side per coordinate, and their
 * norms per combination. Made anew whenever the centres have moved.
 */
export interface Comparison {
  readonly embedding: Embedding;
  /** Centres, rounded up to whole fours. */
  readonly padded: number;
  readonly turned: Float64Array;
  /** `padded` per combination; Infinity where no centre is, so that it is never nearest. */
  readonly norms: Float64Array;
}

export function comparison(embedding: Embedding, centres: Centres): Comparison {
  const { count, width } = centres;
  const padded = Math.ceil(count / AT_ONCE) * AT_ONCE;
  const turned = new Float64Array(padded * width);
  for (let centre = 0; centre < count; centre += 1) {
    const group = centre - (centre % AT_ONCE);
    for (let axis = 0; axis < width; axis += 1) {
      turned[group * width + axis * AT_ONCE + (centre % AT_ONCE)] = centres.values[centre * width + axis] ?? 0;
    }
  }
  const tight = partialNorms(embedding, centres);
  const norms = new Float64Array(embedding.combinations.length * padded).fill(Infinity);
  for (let at = 0; at < tight.length; at += 1) {
    norms[Math.floor(at / count) * padded + (at % count)] = tight[at] ?? 0;
  }
  return { embedding, padded, turned, norms };
}

/**
 * Fills `scores` with |c|² - 2 x·c over the blocks row x answered, one per centre. Added to |x|² this is the squared
 * distance over the answered blocks. (METHOD rescales it by blocks/answered: one factor per story, so that the nearest
 * centre is the same; see `rescaling` for where the factor matters.)
 */
export function fillScores({ embedding, padded, turned, norms }: Comparison, row: number, scores: Float64Array): void {
  const { coordinates, width } = embedding;
  const from = row * width;
  const normsFrom = (embedding.combination[row] ?? 0) * padded;
  for (let centre = 0, at = 0; centre < padded; centre += AT_ONCE) {
    let first = 0;
    let second = 0;
    let third = 0;
    let fourth = 0;
    for (let axis = 0; axis < width; axis += 1, at += AT_ONCE) {
      const x = coordinates[from + axis] ?? 0;
      first += x * (turned[at] ?? 0);
      second += x * (turned[at + 1] ?? 0);
      third += x * (turned[at + 2] ?? 0);
      fourth += x * (turned[at + 3] ?? 0);
    }
    const norm = normsFrom + centre;
    scores[centre] = (norms[norm] ?? 0) - 2 * first;
    scores[centre + 1] = (norms[norm + 1] ?? 0) - 2 * second;
    scores[centre + 2] = (norms[norm + 2] ?? 0) - 2 * third;
    scores[centre + 3] = (norms[norm + 3] ?? 0) - 2 * fourth;
  }
}
