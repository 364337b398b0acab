import type { FigureGroup } from './figure-group';
import { changePoint } from './groups/change-point';
import { choice } from './groups/choice';
import { composition } from './groups/composition';
import { counts } from './groups/counts';
import { density } from './groups/density';
import { energy } from './groups/energy';
import { kMeansGroup } from './groups/k-means';
import { planarRegion } from './groups/planar-region';
import { pooling } from './groups/pooling';
import { profile } from './groups/profile';
import { strength } from './groups/strength';
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
  energy,
  changePoint,
  kMeansGroup,
  strength,
  profile,
  targetRegion,
  words,
  pooling,
];
