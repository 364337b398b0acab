import { sumOf, type Scenario } from '../scenario';
import { independenceNull } from './independence-null';
import { oneBlob } from './one-blob';
import { oneChoice } from './one-choice';

const MOST_SHOWN = 0.1;
const LEAST_ONE = 0.9;
/** METHOD 4 asks for 50 cities where 200 are asked for: each takes hundreds of fits. */
const cities = (asked: number): number => Math.ceil(asked / 4);

/** Signifiers that have nothing to do with each other, two of them with two humps: no patterns are to be shown. */
const independence: Scenario = {
  name: 'independence-null',
  cities,
  city: (index, seed) => ({ ...independenceNull(index, seed) }),
  report: (sums, simulated) => {
    const shown = sumOf(sums, 'shown') / simulated;
    const above = sumOf(sums, 'chosenAboveOne') / simulated;
    return {
      rows: [
        {
          what: 'independent signifiers: patterns shown',
          value: shown,
          asked: 'at most .10',
          met: shown <= MOST_SHOWN,
        },
        { what: 'independent signifiers: more than one pattern before the null', value: above },
      ],
      figures: { independence_patterns_shown: shown },
    };
  },
};

/** One blob: one pattern, and so none. */
const blob: Scenario = {
  name: 'one-blob',
  cities,
  city: (index, seed) => ({ ...oneBlob(index, seed) }),
  report: (sums, simulated) => {
    const k1 = sumOf(sums, 'k1') / simulated;
    return {
      rows: [{ what: 'one blob: one pattern chosen', value: k1, asked: 'at least .90', met: k1 >= LEAST_ONE }],
      figures: { one_blob_k1: k1 },
    };
  },
};

/** One blob with a choice, whose options prediction strength may take for patterns. For information. */
const choice: Scenario = {
  name: 'one-choice',
  cities,
  city: (index, seed) => ({ ...oneChoice(index, seed) }),
  report: (sums, simulated) => ({
    rows: [
      { what: 'one blob and a choice: patterns shown', value: sumOf(sums, 'shown') / simulated },
      {
        what: 'one blob and a choice: more than one pattern before the null',
        value: sumOf(sums, 'chosenAboveOne') / simulated,
      },
    ],
    figures: { one_choice_patterns_shown: sumOf(sums, 'shown') / simulated },
  }),
};

export const patterns: readonly Scenario[] = [independence, blob, choice];
