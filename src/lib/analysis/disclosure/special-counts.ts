import { groupOf, together, NOBODY, type Group } from './group';
import type { DisclosurePolicy } from './policy';
import { rounded } from './rounding';
import { ALL_RULES } from './rules';
import { weaknessOf } from './weakness';

/** One story's answer to a special question: the numbers of the options it chose, none where it was left open. */
export interface SpecialAnswer {
  readonly cluster: number;
  readonly chosen: readonly number[];
}

export interface SpecialCounts {
  /** Per option the count as it is shown; null: too few, or so few that a subtraction would tell them. */
  readonly options: readonly (number | null)[];
  /** Stories that these counts are about, as it is shown; null while there is no whole batch. */
  readonly asked: number | null;
}

/** Stories are looked at in whole batches of so many times k: the counts stand still while single stories come. */
const BATCH = 5;

/**
 * Counts of a special question (background, care, sanctuary) for the whole city, which nobody may join to a story. Whoever
 * reads them may see every story come; so
 *
 * - they move only with a whole batch of 5 k stories;
 * - an option's count moves only when the stories that chose it since it last moved can stand by themselves;
 * - and as long as those in no count shown are too few to stand by themselves, the smallest count is held back too: with
 *   it goes the count of an option that nearly everybody chose, for the few others would be told.
 *
 * Counts are rounded as the policy says. @param answers in the order of arrival, stories that were asked only
 */
export function specialCounts(
  answers: readonly SpecialAnswer[],
  options: number,
  policy: DisclosurePolicy,
): SpecialCounts {
  const batch = BATCH * policy.k;
  const whole = answers.length - (answers.length % batch);
  const shown = Array.from({ length: options }, () => NOBODY);
  const waiting = Array.from({ length: options }, () => NOBODY);
  for (let from = 0; from < whole; from += batch) {
    const came = answers.slice(from, from + batch);
    for (let option = 0; option < options; option += 1) {
      const since = together([waiting[option] ?? NOBODY, chosenBy(came, option)]);
      const moves = !weak(since, policy);
      waiting[option] = moves ? NOBODY : since;
      if (moves) shown[option] = together([shown[option] ?? NOBODY, since]);
    }
  }
  const counted = answers.slice(0, whole);
  const given = shown.map(({ stories }) => stories > 0);
  holdBackSmallest(counted, shown, given, policy);
  return {
    options: shown.map(({ stories }, option) => (given[option] ? rounded(stories, policy) : null)),
    asked: whole > 0 ? rounded(whole, policy) : null,
  };
}

const weak = (group: Group, policy: DisclosurePolicy): boolean => weaknessOf(group, policy, ALL_RULES) !== null;

function chosenBy(answers: readonly SpecialAnswer[], option: number): Group {
  return groupWhere(answers, ({ chosen }) => chosen.includes(option));
}

function groupWhere(answers: readonly SpecialAnswer[], holds: (answer: SpecialAnswer) => boolean): Group {
  const own = answers.filter(holds);
  return groupOf(
    own.keys(),
    own.map(({ cluster }) => cluster),
  );
}

/** Until those outside every count can stand by themselves, or no count is left. */
function holdBackSmallest(
  counted: readonly SpecialAnswer[],
  shown: readonly Group[],
  given: boolean[],
  policy: DisclosurePolicy,
): void {
  for (;;) {
    const outside = groupWhere(counted, ({ chosen }) => !chosen.some((option) => given[option]));
    if (!given.includes(true) || !weak(outside, policy)) return;
    let smallest = -1;
    shown.forEach(({ stories }, option) => {
      if (given[option] && (smallest === -1 || stories < (shown[smallest]?.stories ?? 0))) smallest = option;
    });
    given[smallest] = false;
  }
}
