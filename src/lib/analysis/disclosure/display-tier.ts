import type { DisclosurePolicy } from './policy';

/**
 * What an analyst's screen may draw of a group, from nothing to everything (METHOD 2d): under k or 3 clusters nothing;
 * to 29 counts by zone with their intervals; from 30 the mean, its region and a flag; from 50 the difference of
 * densities; from 100 patterns.
 */
export const DISPLAY_TIERS = ['nothing', 'zones', 'centre', 'density', 'patterns'] as const;
export type DisplayTier = (typeof DISPLAY_TIERS)[number];

const FROM: Readonly<Record<Exclude<DisplayTier, 'nothing' | 'zones'>, number>> = {
  centre: 30,
  density: 50,
  patterns: 100,
};

/** @param n stories in the group @param clusters gatherings they came from */
export function displayTier(n: number, clusters: number, policy: DisclosurePolicy): DisplayTier {
  if (n < policy.k || clusters < policy.clusters) return 'nothing';
  if (n >= FROM.patterns) return 'patterns';
  if (n >= FROM.density) return 'density';
  return n >= FROM.centre ? 'centre' : 'zones';
}
