import type { Group } from './group';
import type { DisclosurePolicy } from './policy';

/** Fewer gatherings than asked: who was at one of two knows, by subtraction, what the other one said. */
export function fewClusters({ stories, clusters }: Group, policy: DisclosurePolicy): boolean {
  return stories > 0 && clusters.size < policy.clusters;
}
