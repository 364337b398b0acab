import type { Clause } from '../../columns/clause';
import { DIMENSION, type Dimension } from '../../columns/dimension';
import type { Tally } from '../../columns/kernel';
import { yearMonth } from './year-month';

/** One group that can be picked: an answer to one question, or a year. */
export interface GroupChoice {
  /** As it stands in a link. */
  readonly key: string;
  readonly label: string;
  readonly clauses: readonly Clause[];
}

export interface GroupChoices {
  /** The dimension's id. */
  readonly id: string;
  readonly title: string;
  readonly choices: readonly GroupChoice[];
}

type Words = (dimension: Dimension) => {
  readonly title: string;
  readonly labels: readonly { readonly id: string; readonly label: string }[];
};

/**
 * Everything that makes a group: places, who told it, the questions about the teller, single choices, and each year.
 * Options nobody chose are left out: an empty group says nothing.
 */
export function groupChoices(
  dimensions: readonly Dimension[],
  everything: Readonly<Record<string, Tally>>,
  words: Words,
): GroupChoices[] {
  return dimensions.flatMap((dimension): GroupChoices[] => {
    if (dimension.id === DIMENSION.readable) return [];
    const counts = everything[dimension.id]?.counts ?? [];
    if (dimension.kind === 'months') return years(dimension, counts, words(dimension).title);
    if (dimension.kind !== 'category' && dimension.kind !== 'multiple') return [];
    const { title, labels } = words(dimension);
    const choices = dimension.options.flatMap((option, index): GroupChoice[] => {
      if ((counts[index] ?? 0) === 0) return [];
      const label = labels.find(({ id }) => id === option)?.label ?? option;
      return [{ key: `${dimension.id}:${option}`, label, clauses: [clauseOf(dimension.id, option)] }];
    });
    return choices.length > 1 ? [{ id: dimension.id, title, choices }] : [];
  });
}

function clauseOf(dimension: string, option: string): Clause {
  return { kind: 'options', source: dimension, dimension, options: [option] };
}

function years(
  { id, first }: Extract<Dimension, { kind: 'months' }>,
  counts: readonly number[],
  title: string,
): GroupChoices[] {
  const told = new Map<number, number>();
  counts.forEach((count, index) => {
    const { year } = yearMonth(first + index);
    told.set(year, (told.get(year) ?? 0) + count);
  });
  const choices = [...told].flatMap(([year, count]): GroupChoice[] => {
    if (count === 0) return [];
    const from = (year - 1970) * 12;
    const clause: Clause = { kind: 'months', source: id, dimension: id, from, to: from + 11 };
    return [{ key: `${id}:${year}`, label: String(year), clauses: [clause] }];
  });
  return choices.length > 1 ? [{ id, title, choices }] : [];
}

/** The group of a link; null = not there, or not any more. */
export function choiceByKey(groups: readonly GroupChoices[], key: string | null): GroupChoice | null {
  return groups.flatMap(({ choices }) => choices).find((choice) => choice.key === key) ?? null;
}
