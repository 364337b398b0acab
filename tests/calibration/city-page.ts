import { seededRandom } from '$lib/analysis/random/seeded-random';
import type { Shifts } from '$lib/analysis/shifts/shift';
import { shiftsOf } from '$lib/analysis/shifts/shifts-of';
import { CITY_SIZES, cityOf, type City, type PlantedShift } from './city';

/** The city of METHOD 4: 1,000 stories in 7 localities. */
export function cityWith(name: string, icc: number, shifts: readonly PlantedShift[]): City {
  return cityOf({ sizes: CITY_SIZES, icc, shifts }, seededRandom(`calibration/${name}`));
}

/** The page of shifts as the product makes it, without the adjusted tests, which flag nothing. */
export function pageOf({ set, localities }: City, seed: string): Shifts {
  return shiftsOf(set, localities, null, { seed });
}

/** The page as it would be if each story were a gathering of its own: stories are permuted, and no longer sessions. */
export function storyPermutedPageOf({ set, localities }: City, seed: string): Shifts {
  const cluster = Uint32Array.from(set.cluster.keys());
  return shiftsOf({ ...set, cluster }, localities, null, { seed });
}

/** A flag that is none of the planted ones. */
export interface Flagged {
  readonly locality: number;
  readonly placement: boolean;
}

/** Flags of the first pass and of both passes, by locality; changes in time have locality -1. */
export function flagsOf({ tests, changes }: Shifts, { localities }: City): { first: Flagged[]; both: Flagged[] } {
  const inTime = changes.flatMap(({ change }) => (change ? [{ locality: -1, placement: true }] : []));
  const flagged = (test: Shifts['tests'][number]): Flagged => ({
    locality: localities.groups.indexOf(test.group),
    placement: test.aspect === 'placement',
  });
  return {
    first: [...inTime, ...tests.filter(({ secondPass }) => secondPass !== null).map(flagged)],
    both: [...inTime, ...tests.filter(({ shift }) => shift !== null).map(flagged)],
  };
}

/** Tests with p at most .05, and all. */
export function smallPs({ tests, changes }: Shifts): { small: number; tests: number } {
  const ps = [...tests.map(({ p }) => p), ...changes.map(({ p }) => p)];
  return { small: ps.filter((p) => p <= 0.05).length, tests: ps.length };
}
