import { groupOf } from './group';
import { guardSelection } from './guard-selection';
import type { DisclosurePolicy } from './policy';
import { ALL_RULES } from './rules';
import { openLedger, type SelectionLedger } from './selection-ledger';
import { hasStory, storyBits, type StoryBits } from './story-bits';
import { weaknessOf, type Weakness } from './weakness';

/** Two groups of stories laid side by side; no story is in both. */
export interface ComparedGroups {
  /** How the comparison is written, canonically. */
  readonly question: string;
  readonly first: StoryBits;
  readonly second: StoryBits;
}

/** With their exact numbers, or with the numbers held back. */
export type Numbers = 'exact' | 'held';

/** What one person was told of one collection so far. Never changed, only followed by a longer one. */
export interface ToldComparisons {
  /** The sets that numbers were given for. */
  readonly ledger: SelectionLedger;
  /** Every set that anything was told of; the first is the whole. */
  readonly sets: readonly StoryBits[];
  readonly answers: ReadonlyMap<string, Numbers>;
}

export type ComparisonAnswer =
  | { readonly kind: 'told'; readonly numbers: Numbers; readonly told: ToldComparisons }
  /** `earlier`: the groups differ from an earlier one, or from all stories, by too few. */
  | { readonly kind: 'refused'; readonly by: 'first' | 'second' | 'earlier'; readonly weakness: Weakness };

const WHOLE = 'every story';

/** Nothing told yet of a collection of so many stories. */
export function openComparisons(rows: number): ToldComparisons {
  return { ledger: openLedger(rows, WHOLE), sets: [storyBits(rows, () => true)], answers: new Map() };
}

/**
 * Whether two groups may be told of at the record level, where k guards what is displayed (METHOD 2d). Each group has to
 * stand by itself, and so have the stories by which it differs from the whole and from every group told of before. Where
 * only a longer chain of answers could set a few stories apart (Schlörer's and Denning's trackers, which the ledger
 * of selections knows), the comparison is told without its numbers: a chain of subtractions needs every number. Refusing
 * it as a whole would end the work of an analyst, who may read each of these stories, after a handful of questions.
 */
export function guardComparison(
  { question, first, second }: ComparedGroups,
  clusterOf: ArrayLike<number>,
  told: ToldComparisons,
  policy: DisclosurePolicy,
): ComparisonAnswer {
  const before = told.answers.get(question);
  if (before !== undefined) return { kind: 'told', numbers: before, told };
  for (const [by, group] of [['first', first] as const, ['second', second] as const]) {
    const weakness = weaknessIn(group, clusterOf, policy, (row) => hasStory(group, row));
    if (weakness !== null) return { kind: 'refused', by, weakness };
  }
  for (const group of [first, second]) {
    for (const earlier of told.sets) {
      const weakness = nearness(group, earlier, clusterOf, policy);
      if (weakness !== null) return { kind: 'refused', by: 'earlier', weakness };
    }
  }
  const { numbers, ledger } = numbersOf({ question, first, second }, clusterOf, told.ledger, policy);
  return {
    kind: 'told',
    numbers,
    told: {
      ledger,
      sets: [...told.sets, ...[first, second].filter((set) => !told.sets.some((known) => same(known, set)))],
      answers: new Map(told.answers).set(question, numbers),
    },
  };
}

function same(one: StoryBits, other: StoryBits): boolean {
  return one.words.every((word, i) => word === other.words[i]);
}

/** The weakness of the few by which two sets differ, or in which alone they agree (one is nearly the other's rest). */
function nearness(
  set: StoryBits,
  other: StoryBits,
  clusterOf: ArrayLike<number>,
  policy: DisclosurePolicy,
): Weakness | null {
  const differs = (row: number): boolean => hasStory(set, row) !== hasStory(other, row);
  for (const holds of [differs, (row: number) => !differs(row)]) {
    const weakness = weaknessIn(set, clusterOf, policy, holds);
    // The same set again, or exactly the rest of one, sets nobody apart.
    if (weakness !== null && weakness !== 'zero') return weakness;
  }
  return null;
}

function weaknessIn(
  { rows }: StoryBits,
  clusterOf: ArrayLike<number>,
  policy: DisclosurePolicy,
  holds: (row: number) => boolean,
): Weakness | null {
  return weaknessOf(groupOf(rowsWhere(rows, holds), clusterOf), policy, ALL_RULES);
}

function* rowsWhere(rows: number, holds: (row: number) => boolean): Generator<number> {
  for (let row = 0; row < rows; row += 1) if (holds(row)) yield row;
}

function numbersOf(
  { question, first, second }: ComparedGroups,
  clusterOf: ArrayLike<number>,
  before: SelectionLedger,
  policy: DisclosurePolicy,
): { numbers: Numbers; ledger: SelectionLedger } {
  let ledger = before;
  for (const [side, stories] of [['first', first] as const, ['second', second] as const]) {
    if (cutsNothing(ledger, stories)) continue;
    const answer = guardSelection({ question: `${question} ${side}`, stories }, clusterOf, ledger, policy);
    if (answer.kind === 'refused') return { numbers: 'held', ledger: before };
    ledger = answer.ledger;
  }
  return { numbers: 'exact', ledger };
}

/** Whether a set is made of whole parts of the ledger: its number follows from those already given. */
function cutsNothing({ part, parts, told }: SelectionLedger, stories: StoryBits): boolean {
  if (told.size === 0) return false;
  const inside = new Int8Array(parts).fill(-1);
  for (let row = 0; row < stories.rows; row += 1) {
    const own = part[row] ?? 0;
    const has = hasStory(stories, row) ? 1 : 0;
    if (inside[own] === -1) inside[own] = has;
    else if (inside[own] !== has) return false;
  }
  return true;
}
