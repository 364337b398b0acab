import { describe, expect, it } from 'vitest';
import { groupOf } from '$lib/analysis/disclosure/group';
import { guardSelection, guardSelectionBy } from '$lib/analysis/disclosure/guard-selection';
import type { DisclosurePolicy } from '$lib/analysis/disclosure/policy';
import { behindShown } from '$lib/analysis/disclosure/rounding';
import { ALL_RULES, type DisclosureRule } from '$lib/analysis/disclosure/rules';
import { openLedger } from '$lib/analysis/disclosure/selection-ledger';
import { storyBits } from '$lib/analysis/disclosure/story-bits';
import { seededRandom, type SeededRandom } from '$lib/analysis/random/seeded-random';
import { foundOut } from './insider';
import { cellOfRows, cellsWhere, LinearAttacker, valuesOf } from './linear-attacker';
import { population, type Population } from './population';

/** Exact answers: whatever holds against somebody who is told exactly holds against rounding too. */
const EXACT: DisclosurePolicy = { k: 10, clusters: 3, largestShare: 0.6, roundTo: 1, wordStories: 5 };
const ROUNDED: DisclosurePolicy = { ...EXACT, roundTo: 5 };
const SIZES = [3, 3, 4];
const CELLS = 36;
const SEQUENCES = 10_000;

type Guard = typeof guardSelection;
type Filter = Uint8Array;

/** Every "and" of at most one value of each attribute: the groups an attacker is after. */
const TARGETS: readonly Filter[] = Array.from({ length: 80 }, (_, number) => {
  const wanted = valuesOf([4, 4, 5], number);
  return cellsWhere(SIZES, (values) => wanted.every((value, i) => value === SIZES[i] || value === values[i]));
});

const union = (one: Filter, other: Filter): Filter => one.map((value, cell) => value | (other[cell] ?? 0));
const inverse = (one: Filter): Filter => one.map((value) => 1 - value);
const minus = (one: Filter, other: Filter): Filter => one.map((value, cell) => (other[cell] === 1 ? 0 : value));
const some = (random: SeededRandom): Filter => TARGETS[random.below(TARGETS.length)] ?? new Uint8Array(CELLS);

/** How attackers ask, each in an order that looks harmless at every step. */
const PLANS: Readonly<Record<string, (random: SeededRandom) => Filter[]>> = {
  plain: (random) => Array.from({ length: 8 }, () => some(random)),
  difference: (random) => {
    const [small, wide] = [some(random), some(random)];
    return [union(small, wide), wide, minus(wide, small), some(random)];
  },
  complement: (random) => {
    const small = some(random);
    return [new Uint8Array(CELLS).fill(1), inverse(small), small];
  },
  // Schlörer: C = A and B is asked as A less (A and not B).
  individualTracker: (random) => {
    const [first, second] = [some(random), some(random)];
    return [first, minus(first, second), minus(first, minus(first, second))];
  },
  // Denning: C = (C or T) + (C or not T) - all.
  generalTracker: (random) => {
    const [small, tracker] = [some(random), some(random)];
    return [union(small, tracker), union(small, inverse(tracker)), tracker, inverse(tracker)];
  },
  // Any unions at all, long: what follows from many answers together.
  chain: (random) => Array.from({ length: 14 }, () => union(union(some(random), some(random)), some(random))),
};

/** Asks along a plan and hands back what was found out, or null. */
function attack(guard: Guard, of: Population, filters: readonly Filter[], policy: DisclosurePolicy): string | null {
  const cellOf = cellOfRows(of);
  const attacker = new LinearAttacker();
  attacker.told(new Uint8Array(CELLS).fill(1)); // how many stories there are is no secret
  let ledger = openLedger(of.rows, 'all');
  let answers = 0;
  for (const filter of filters) {
    const whole = filter.every((value) => value === 1);
    const selection = {
      question: whole ? 'all' : filter.join(''),
      stories: storyBits(of.rows, (row) => filter[cellOf[row] ?? 0] === 1),
    };
    const answer = guard(selection, of.cluster, ledger, policy);
    if (answer.kind === 'refused') continue;
    ledger = answer.ledger;
    attacker.told(filter);
    answers += 1;
    const pinned = insiderPins(rowsIn(of, cellOf, filter), of, answer.stories, policy);
    if (pinned !== null) return pinned;
  }
  if (answers === 0) return null;
  const targets = [...TARGETS, ...TARGETS.map(inverse), ...filters, ...pairsOf(filters)];
  for (const target of targets) {
    if (target.every((value) => value === 1) || target.every((value) => value === 0)) continue;
    if (!attacker.knows(target)) continue;
    const group = groupOf(rowsIn(of, cellOf, target), of.cluster);
    if (foundOut(group, policy.k)) return `${group.stories} stories of ${group.clusters.size} gatherings`;
  }
  return null;
}

function pairsOf(filters: readonly Filter[]): Filter[] {
  return filters.flatMap((one, i) => filters.slice(0, i).flatMap((other) => [minus(one, other), minus(other, one)]));
}

function rowsIn({ rows }: Population, cellOf: Uint32Array, filter: Filter): number[] {
  return Array.from({ length: rows }, (_, row) => row).filter((row) => filter[cellOf[row] ?? 0] === 1);
}

/** Somebody from one gathering subtracts it: from a rounded figure no single number may be left for the others. */
function insiderPins(rows: readonly number[], of: Population, shown: number, policy: DisclosurePolicy): string | null {
  if (policy.roundTo === 1) return null;
  const { clusters, stories } = groupOf(rows, of.cluster);
  const others = stories - Math.max(...clusters.values());
  const { low, high } = shown % policy.roundTo === 0 ? behindShown(shown, policy) : { low: shown, high: shown };
  return low === high && others > 0 && others < policy.k ? `exactly ${others} from other gatherings` : null;
}

/** Runs sequences over all plans and many populations; the first thing found out, or null. */
function campaign(guard: Guard, policy: DisclosurePolicy, sequences: number): string | null {
  const plans = Object.entries(PLANS);
  let of = population('0', 120, SIZES);
  for (let number = 0; number < sequences; number += 1) {
    if (number % 20 === 0) of = population(`filters/${number}`, 40 + ((number * 7) % 260), SIZES);
    const [name, plan] = plans[number % plans.length] ?? ['', () => []];
    const found = attack(guard, of, plan(seededRandom(`filters/${name}/${number}`)), policy);
    if (found !== null) return `${name} ${number}: ${found}`;
  }
  return null;
}

describe(`attacks by sequences of filters (${SEQUENCES} random ones of each kind of answer)`, () => {
  it('find nothing out while all rules hold, answers exact', () => {
    expect(campaign(guardSelection, EXACT, SEQUENCES)).toBeNull();
  }, 240_000);

  it('find nothing out while all rules hold, answers rounded', () => {
    expect(campaign(guardSelection, ROUNDED, SEQUENCES)).toBeNull();
  }, 240_000);

  it('are not fended off by silence: a good part of the questions is answered', () => {
    let [asked, told] = [0, 0];
    for (let number = 0; number < 200; number += 1) {
      const of = population(`silence/${number}`, 300, SIZES);
      const cellOf = cellOfRows(of);
      const filter = some(seededRandom(`silence/${number}`));
      const stories = storyBits(of.rows, (row) => filter[cellOf[row] ?? 0] === 1);
      asked += 1;
      if (guardSelection({ question: 'q', stories }, of.cluster, openLedger(300, 'all'), EXACT).kind === 'told')
        told += 1;
    }
    expect(told / asked).toBeGreaterThan(0.25);
  });

  const EACH: readonly [DisclosureRule, DisclosurePolicy][] = [
    ['few_stories', EXACT],
    ['zero', EXACT],
    ['few_clusters', EXACT],
    ['one_cluster', EXACT],
    ['itself', EXACT],
    ['complement', EXACT],
    ['difference', EXACT],
    ['rounding', ROUNDED],
  ];
  it.each(EACH)(
    'succeed without the rule %s',
    (rule, policy) => {
      const without = guardSelectionBy(new Set([...ALL_RULES].filter((name) => name !== rule)));
      const found = campaign(without, policy, SEQUENCES);
      expect(found).not.toBeNull();
    },
    240_000,
  );
});
