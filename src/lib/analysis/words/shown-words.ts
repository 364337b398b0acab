import { normalQuantile, twoSidedP } from '../numeric/normal';
import { benjaminiHochberg } from '../shifts/false-discovery';
import type { WordOdds } from './log-odds';

/** A word used by fewer stories or gatherings says more about one family or one afternoon than about a group (METHOD 2b, 2d). */
export const FEWEST_STORIES = 5;
export const FEWEST_CLUSTERS = 3;
const LEVEL = 0.05;
/** 1.96: the least |z| that a word of its own would need. */
const LEAST_Z = normalQuantile(1 - LEVEL / 2);

export interface ShownWord extends WordOdds {
  /** p of z, adjusted over all words that may be shown (Benjamini and Hochberg), in [0, 1]. */
  readonly q: number;
}

/**
 * The words that may stand beside a pattern or a group: used often enough, and more or less than elsewhere with q <= .05 over all
 * words used often enough. Rarer words are neither shown nor tested. Most typical of the group first, then down to those
 * it uses least. z takes stories for independent, so sessions of one topic can make words look typical: read the
 * stories.
 */
export function shownWords(odds: readonly WordOdds[]): ShownWord[] {
  const tested = odds.filter(({ stories, clusters }) => stories >= FEWEST_STORIES && clusters >= FEWEST_CLUSTERS);
  const q = benjaminiHochberg(tested.map(({ z }) => twoSidedP(z)));
  return tested
    .map((word, i) => ({ ...word, q: q[i] ?? 1 }))
    .filter((word) => word.q <= LEVEL && Math.abs(word.z) > LEAST_Z)
    .sort((a, b) => b.z - a.z);
}
