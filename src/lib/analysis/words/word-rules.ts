import type { WordOdds } from './log-odds';

/** A word used by fewer stories or gatherings says more about one family or one afternoon than about a group (METHOD 2b, 2d). */
export const FEWEST_STORIES = 5;
export const FEWEST_CLUSTERS = 3;

/** Whether a word may stand in a list at all, whatever its odds. */
export function mayBeShown({ stories, clusters }: WordOdds): boolean {
  return stories >= FEWEST_STORIES && clusters >= FEWEST_CLUSTERS;
}
