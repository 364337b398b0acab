import { shuffle } from '$lib/analysis/random/shuffle';
import { seededRandom } from '$lib/analysis/random/seeded-random';
import { CITY_SIZES, PATTERN_COUNT, type PlantedShift } from '../city';
import { cityWith, flagsOf, pageOf, type Flagged } from '../city-page';
import { sumOf, type Counts, type Report, type Scenario } from '../scenario';

const MOST_FALSE = 0.05;
const SHARE = 0.25;

/** 3 or 4 of the 7 localities, 25 of 100 stories each, every locality its own way or all the same way. */
function plantedShifts(index: number, seed: string, alike: boolean): PlantedShift[] {
  const random = seededRandom(`half/${seed}/${index}`);
  const order = Uint16Array.from(CITY_SIZES.keys());
  shuffle(order, random);
  const way = (): { from: number; to: number } => {
    const from = random.below(PATTERN_COUNT);
    return { from, to: (from + 1 + random.below(PATTERN_COUNT - 1)) % PATTERN_COUNT };
  };
  const common = way();
  const shifted = Array.from(order.subarray(0, 3 + (index % 2)));
  return shifted.map((locality) => ({ locality, share: SHARE, ...(alike ? common : way()) }));
}

function halfCity(index: number, seed: string, alike: boolean): Counts {
  const shifts = plantedShifts(index, seed, alike);
  const shifted = new Set(shifts.map(({ locality }) => locality));
  const city = cityWith(`half/${alike ? 'alike' : 'apart'}/${seed}/${index}`, 0.05, shifts);
  const { first, both } = flagsOf(pageOf(city, `${seed}/${index}`), city);
  const wrong = ({ locality, placement }: Flagged): boolean => !placement || !shifted.has(locality);
  const rate = (flags: readonly Flagged[]): number =>
    flags.length === 0 ? 0 : flags.filter(wrong).length / flags.length;
  const found = (flags: readonly Flagged[]): number =>
    new Set(flags.filter((flag) => !wrong(flag)).map(({ locality }) => locality)).size / shifted.size;
  return { first: rate(first), both: rate(both), foundFirst: found(first), foundBoth: found(both) };
}

function halfReport(name: string, figure: string, held: boolean) {
  return (sums: Counts, cities: number): Report => {
    const share = (of: string): number => sumOf(sums, of) / cities;
    const limit = held ? { asked: 'at most .05', met: share('both') <= MOST_FALSE } : {};
    return {
      rows: [
        { what: `${name}: false among flags, first pass only`, value: share('first') },
        { what: `${name}: false among flags, both passes`, value: share('both'), ...limit },
        { what: `${name}: shifted localities found, first pass only`, value: share('foundFirst') },
        { what: `${name}: shifted localities found, both passes`, value: share('foundBoth') },
      ],
      figures: { [figure]: share('both'), [`${figure}_first_pass`]: share('first') },
    };
  };
}

/** Half of the localities shifted, each its own way. */
export const halfShifted: Scenario = {
  name: 'half-shifted',
  cities: (asked) => asked,
  city: (index, seed) => halfCity(index, seed, false),
  report: halfReport('half shifted', 'half_shifted_fdr', true),
};

/**
 * Half of the localities shifted the same way. Then the other half differs from the rest just as much, and nothing in
 * the stories says which half moved: "elsewhere" is a comparison, not a norm. For information.
 */
export const halfShiftedAlike: Scenario = {
  name: 'half-shifted-alike',
  cities: (asked) => Math.ceil(asked / 2),
  city: (index, seed) => halfCity(index, seed, true),
  report: halfReport('half shifted alike', 'half_shifted_alike_fdr', false),
};
