import { displayTier } from '../../analysis/disclosure/display-tier';
import type { DisclosurePolicy } from '../../analysis/disclosure/policy';
import type { RegionShare } from '../../analysis/regions/region-share';

/** A share may be drawn: enough stories, from enough gatherings. */
export function mayShow({ n, clusters }: Pick<RegionShare, 'n' | 'clusters'>, policy: DisclosurePolicy): boolean {
  return displayTier(n, clusters, policy) !== 'nothing';
}
