import { zoneShares } from '$lib/analysis/describe/zone-shares';
import { ofTriads, type FigureGroup } from '../figure-group';
import { exact } from '../rule';
import { triadsOf } from './counts';

export const zones: FigureGroup = {
  name: 'zone counts',
  owns: ofTriads('zone_counts'),
  compute: (set) => ({
    triads: Object.fromEntries(
      triadsOf(set).map((block) => [
        block.id,
        { zone_counts: Object.fromEntries(zoneShares(block).zones.map(({ zone, count }) => [zone, count])) },
      ]),
    ),
  }),
  rule: () => exact,
};
