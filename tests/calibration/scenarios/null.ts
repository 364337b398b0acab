import { cityWith, flagsOf, pageOf, smallPs, storyPermutedPageOf } from '../city-page';
import { standardError, sumOf, type Counts, type Report, type Scenario } from '../scenario';
import type { Shifts } from '$lib/analysis/shifts/shift';
import type { City } from '../city';

/** METHOD 4: at most 16 of 200 cities, the 97.5 % limit of a binomial with 5 %. */
const MOST_FLAGGED = 0.08;

function nullCity(city: City, page: Shifts): Counts {
  const { first, both } = flagsOf(page, city);
  return { flagged: +(both.length > 0), flaggedFirst: +(first.length > 0), ...smallPs(page) };
}

function nullReport(name: string, figure: string, holds: boolean) {
  return (sums: Counts, cities: number): Report => {
    const share = sumOf(sums, 'flagged') / cities;
    const pooled = sumOf(sums, 'small') / sumOf(sums, 'tests');
    const asked = holds ? 'at most .08' : 'more than .08: this is the wrong test';
    return {
      rows: [
        { what: `${name}: cities with any flag`, value: share, asked, met: holds === share <= MOST_FLAGGED },
        { what: `${name}: the same after the first pass only`, value: sumOf(sums, 'flaggedFirst') / cities },
        // Tests of one city hang together: a standard error over tests would be too small, so none is given.
        { what: `${name}: share of p at most .05`, value: pooled },
        { what: `${name}: standard error of the first line`, value: standardError(share, cities) },
      ],
      figures: { [figure]: sumOf(sums, 'flagged'), [`${figure}_p05`]: pooled },
    };
  };
}

/** No shift anywhere, stories independent. */
export const nothingShifted: Scenario = {
  name: 'null',
  cities: (asked) => asked,
  city: (index, seed) => {
    const city = cityWith(`null/${seed}/${index}`, 0, []);
    return nullCity(city, pageOf(city, `${seed}/${index}`));
  },
  report: nullReport('null', 'null_flagged', true),
};

/** No shift anywhere, but stories of a session are alike (intraclass correlation .05 of the pattern they come from). */
export const nestedNull: Scenario = {
  name: 'nested-null',
  cities: (asked) => asked,
  city: (index, seed) => {
    const city = cityWith(`nested/${seed}/${index}`, 0.05, []);
    return nullCity(city, pageOf(city, `${seed}/${index}`));
  },
  report: nullReport('nested null', 'nested_null_flagged', true),
};

/** The same cities, tested as if stories were independent: must be seen to fail. */
export const storyPermutation: Scenario = {
  name: 'story-permutation',
  cities: (asked) => asked,
  city: (index, seed) => {
    const city = cityWith(`nested/${seed}/${index}`, 0.05, []);
    return nullCity(city, storyPermutedPageOf(city, `${seed}/${index}`));
  },
  report: nullReport('nested null, stories permuted', 'story_permutation_nested_flagged', false),
};
