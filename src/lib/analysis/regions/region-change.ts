import { newcombe, type Change } from './newcombe';
import type { RegionShare } from './region-share';

/** The change of a region's share between two periods or groups, each at its effective n. Null when either has no stories. */
export function regionChange(later: RegionShare, earlier: RegionShare): Change | null {
  const effective = ({ hits, n, deff }: RegionShare) => ({ hits: hits / deff, n: n / deff });
  return newcombe(effective(later), effective(earlier));
}
