import type { Scenario } from './scenario';
import { coverage } from './scenarios/coverage';
import { halfShifted, halfShiftedAlike } from './scenarios/half-shifted';
import { nestedNull, nothingShifted, storyPermutation } from './scenarios/null';
import { patterns } from './scenarios/patterns';
import { power } from './scenarios/power';
import { smallestVisibleSeen } from './scenarios/smallest-visible';

/** In the order of the table. */
export const SCENARIOS: readonly Scenario[] = [
  nothingShifted,
  nestedNull,
  storyPermutation,
  halfShifted,
  halfShiftedAlike,
  ...power,
  smallestVisibleSeen,
  ...patterns,
  coverage,
];
