import { describe, expect, it } from 'vitest';
import type { DisclosurePolicy } from '$lib/analysis/disclosure/policy';
import { ALL_RULES, type DisclosureRule, type RuleSet } from '$lib/analysis/disclosure/rules';
import { seededRandom } from '$lib/analysis/random/seeded-random';
import { population } from './population';
import { releasesOf } from './releases';
import { tablesGiveAway } from './table-attack';

const PUBLIC: DisclosurePolicy = { k: 10, clusters: 3, largestShare: 0.6, roundTo: 5, wordStories: 5 };
const EXACT: DisclosurePolicy = { ...PUBLIC, roundTo: 1 };

interface Campaign {
  readonly name: string;
  readonly sizes: readonly [rows: number, columns: number];
  readonly releases: number;
  readonly scenarios: number;
  readonly policy: DisclosurePolicy;
  /** Rows are quarters: past ones are closed. */
  readonly closed?: boolean;
  /** Nobody of the first row is in the last column: an answer that one place never gave. */
  readonly gap?: boolean;
  /** The last row is never given. */
  readonly withheld?: boolean;
  /** Few stories come between two releases. */
  readonly slow?: boolean;
  /** Where the numbering of the populations begins. */
  readonly from?: number;
}

function run(campaign: Campaign, rules: RuleSet): string | null {
  const { name, sizes, scenarios, policy, closed = false, gap = false, withheld = false, from = 0 } = campaign;
  for (let number = from; number < from + scenarios; number += 1) {
    const cuts = cutsOf(campaign, number);
    const rows = cuts.at(-1) ?? 0;
    const drawn = population(`${name}/${number}`, rows, sizes);
    // Stories come in the order of their rows: the quarter of a story is the first cut after it.
    const quarter = Uint8Array.from({ length: rows }, (_, row) => cuts.findIndex((cut) => row < cut));
    const [first = quarter, second = quarter] = drawn.values;
    if (gap) first.forEach((value, row) => value === 0 && second[row] === sizes[1] - 1 && (second[row] = 0));
    const of = closed ? { ...drawn, values: [quarter, ...drawn.values.slice(1)] } : drawn;
    const found = tablesGiveAway(releasesOf(of, cuts, policy, rules, { closedRows: closed, withheld }), policy, closed);
    if (found !== null) return `${name} ${number}: ${found}`;
  }
  return null;
}

/** How many stories had arrived at each release: now many between two, now few. */
function cutsOf({ name, releases, slow = false }: Campaign, number: number): number[] {
  const random = seededRandom(`${name}/${number}`);
  if (slow) {
    const first = 25 + random.below(120);
    const came = Array.from({ length: releases - 1 }, () => 10 + random.below(30));
    return came.reduce((cuts, more) => [...cuts, (cuts.at(-1) ?? 0) + more], [first]);
  }
  const rows = 30 + ((number * 37) % 400);
  const cuts = Array.from({ length: releases - 1 }, () => 1 + Math.floor((rows - 1) * random.next() ** 0.7));
  return [...cuts.sort((one, other) => one - other), rows];
}

const ONE: Campaign = { name: 'one release', sizes: [3, 4], releases: 1, scenarios: 300, policy: PUBLIC };
const ONE_EXACT: Campaign = { ...ONE, name: 'one exact release', policy: EXACT };
const GAP: Campaign = { ...ONE, name: 'a gap', sizes: [2, 2], gap: true };
const THREE: Campaign = { name: 'three releases', sizes: [2, 3], releases: 3, scenarios: 150, policy: PUBLIC };
const THREE_EXACT: Campaign = { ...THREE, name: 'three exact releases', policy: EXACT };
const SLOW: Campaign = { ...THREE_EXACT, name: 'slow', releases: 4, slow: true, from: 950, scenarios: 100 };
const OPTION: Campaign = { ...THREE, name: 'an option and those who did not choose it', withheld: true };
const QUARTERS: Campaign = {
  name: 'quarters',
  sizes: [5, 2],
  releases: 5,
  scenarios: 100,
  policy: PUBLIC,
  closed: true,
};

describe('attacks on released tables by linear programming', () => {
  it.each([ONE, ONE_EXACT, GAP, THREE, THREE_EXACT, SLOW, OPTION, QUARTERS])(
    'find nothing out while all rules hold: $name, $scenarios random populations',
    (campaign) => {
      expect(run(campaign, ALL_RULES)).toBeNull();
    },
    240_000,
  );

  const EACH: readonly [DisclosureRule, Campaign][] = [
    ['few_stories', ONE],
    ['zero', GAP],
    ['margins', ONE],
    ['held_sums', { ...ONE_EXACT, scenarios: 3000 }],
    ['rounding', ONE],
    ['re_release', THREE],
    ['enough_new', THREE],
    ['hindsight', SLOW],
    ['held_for_good', { ...QUARTERS, scenarios: 3000 }],
  ];
  it.each(EACH)(
    'succeed without the rule %s',
    (rule, campaign) => {
      const found = run(campaign, new Set([...ALL_RULES].filter((name) => name !== rule)));
      expect(found).not.toBeNull();
    },
    240_000,
  );
});
