import type { FigureGroup } from './figure-group';
import { choice } from './groups/choice';
import { composition } from './groups/composition';
import { counts } from './groups/counts';
import { density } from './groups/density';
import { planarRegion } from './groups/planar-region';
import { pooling } from './groups/pooling';
import { targetRegion } from './groups/target-region';
import { variation } from './groups/variation';
import { words } from './groups/words';
import { zones } from './groups/zones';

/** In the order of the report. */
export const GROUPS: readonly FigureGroup[] = [
  counts,
  zones,
  planarRegion,
  composition,
  density,
  choice,
  variation,
  targetRegion,
  words,
  pooling,
];
