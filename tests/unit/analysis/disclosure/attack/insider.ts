import type { Group } from '$lib/analysis/disclosure/group';

/**
 * What somebody who was at one gathering (the largest) knows of a group once its size is known to the story: the rest,
 * by subtraction. Found out: a group under k; one other gathering by itself; a rest so small that faces come to mind.
 */
export function foundOut({ stories, clusters }: Group, k: number): boolean {
  if (stories < k) return true;
  const others = stories - Math.max(...clusters.values());
  return clusters.size <= 2 || others < 0.4 * k;
}
