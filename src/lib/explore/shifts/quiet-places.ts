import { LEAST_STORIES } from '../../analysis/shifts/family';
import type { GroupSize, ShiftsAnswer } from './shifts-answer';

/** A group where nothing stood out. */
export interface QuietPlace extends GroupSize {
  /** Share of stories that would have had to move, on half of the questions asked there; null: no shift is sure to show. */
  readonly visible: number | null;
}

export interface Places {
  readonly quiet: readonly QuietPlace[];
  /** Not tested on any question: too few stories. */
  readonly few: readonly GroupSize[];
}

/** Groups without a shift, by whether anything could have been seen there at all. */
export function placesOf({ sizes, tests }: Pick<ShiftsAnswer, 'sizes' | 'tests'>): Places {
  const tested = sizes.filter(({ group }) => tests.some((test) => test.group === group));
  // Where nearly all are one group it has nobody to stand beside; that is not the same as too few.
  const all = sizes.reduce((sum, { stories }) => sum + stories, 0);
  const loud = new Set(tests.filter(({ shift }) => shift !== null).map(({ group }) => group));
  return {
    quiet: tested.filter(({ group }) => !loud.has(group)).map((size) => ({ ...size, visible: visibleIn(tests, size) })),
    few: sizes.filter((size) => !tested.includes(size) && all - size.stories >= LEAST_STORIES),
  };
}

/** The typical question: a test that could see nothing counts as the largest shift there is. */
function visibleIn(tests: ShiftsAnswer['tests'], { group }: GroupSize): number | null {
  const shares = tests
    .filter((test) => test.group === group && test.aspect === 'placement')
    .map(({ smallestVisible }) => smallestVisible ?? Infinity);
  const middle = shares.sort((p, q) => p - q)[Math.floor(shares.length / 2)] ?? Infinity;
  return Number.isFinite(middle) ? middle : null;
}
