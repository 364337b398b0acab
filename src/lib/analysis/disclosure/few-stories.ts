import type { Group } from './group';
import type { DisclosurePolicy } from './policy';

/** Between 1 and k-1 stories: somebody who knows the place may know the people. */
export function fewStories({ stories }: Group, { k }: DisclosurePolicy): boolean {
  return stories > 0 && stories < k;
}
