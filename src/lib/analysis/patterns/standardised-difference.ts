import type { Embedding } from './embedding';
import { groupSpreads, type GroupSpread } from './group-spread';

/**
 * How far the stories of a pattern stand from the others on each block: |mean inside - mean outside| / sqrt(pooled trace
 * of the covariances within), the multivariate form of a standardised mean difference. 0: alike; 1: as far as the
 * spread. Over those who answered the block. Not a test: the same answers made the patterns (METHOD 2b).
 *
 * @param inside 1 per row of the pattern, 0 for the others
 * @returns one per block; null where one side has no answer; Infinity where each side answered all alike, but otherwise
 */
export function standardisedDifferences(embedding: Embedding, inside: Uint8Array): readonly (number | null)[] {
  return embedding.blocks.map((_, block) => {
    const [others, pattern] = groupSpreads(embedding, block, inside, 2);
    return others && pattern ? standardisedDifference(pattern, others) : null;
  });
}

/** The same for one block whose spreads are known. */
export function standardisedDifference(pattern: GroupSpread, others: GroupSpread): number | null {
  const squared = pattern.squared + others.squared;
  if (pattern.n === 0 || others.n === 0) return null;
  const apart = Math.sqrt(pattern.mean.reduce((sum, mean, axis) => sum + (mean - (others.mean[axis] ?? 0)) ** 2, 0));
  if (apart === 0) return 0;
  return apart / Math.sqrt(squared / Math.max(1, pattern.n + others.n - 2));
}
