import type { Group } from './group';
import type { DisclosurePolicy } from './policy';

/**
 * One gathering makes up nearly all of it: its own people subtract themselves and are left with the few others. With a
 * largest share of 0.6 at least 0.4 k stories stay between them and any one person.
 */
export function oneClusterPrevails({ stories, clusters }: Group, { largestShare }: DisclosurePolicy): boolean {
  for (const count of clusters.values()) if (count > largestShare * stories) return true;
  return false;
}
