import { groupOf, type Group } from './group';
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
  /** The first so many stories that were asked are what the counts are about; null while there is no whole batch. */
  readonly asked: number | null;
}

/** Stories are looked at in whole batches of so many times k: the counts stand still while single stories come. */
const BATCH = 5;

/** Whole batches are counted; told with the counts, so that a page can say what it waits for. */
export function batchOf({ k }: Pick<DisclosurePolicy, 'k'>): number {
  return BATCH * k;
}

/**
 * Counts of a special question (background, care, sanctuary) for the whole city, which nobody may join to a story. Whoever
 * reads them may see every story come; so
 *
 * - they move only with a whole batch of 5 k stories;
 * - an option's count moves only when the stories that chose it since it last moved can stand by themselves, and so can
 *   those that did not: if all of them had, each would be told of;
 * - and as long as those in no count shown are too few to stand by themselves, the smallest count is held back too: with
 *   it goes the count of an option that nearly everybody chose. (That they are none may be known.)
 *
 * Counts are rounded as the policy says. @param answers in the order of arrival, stories that were asked only
 */
export function specialCounts(
  answers: readonly SpecialAnswer[],
  options: number,
  policy: DisclosurePolicy,
): SpecialCounts {
  const batch = batchOf(policy);
  const whole = answers.length - (answers.length % batch);
  /** Per option up to which story its count goes. */
  const upTo = new Uint32Array(options);
  for (let end = batch; end <= whole; end += batch) {
    for (let option = 0; option < options; option += 1) {
      const since = answers.slice(upTo[option] ?? 0, end);
      const chose = groupWhere(since, ({ chosen }) => chosen.includes(option));
      const others = groupWhere(since, ({ chosen }) => !chosen.includes(option));
      if (!weak(chose, policy) && !weak(others, policy)) upTo[option] = end;
    }
  }
  const counted = answers.slice(0, whole);
  const isCounted = (story: SpecialAnswer, at: number, option: number): boolean =>
    at < (upTo[option] ?? 0) && story.chosen.includes(option);
  const shown = Array.from({ length: options }, (_, option) =>
    counted.reduce((sum, story, at) => sum + (isCounted(story, at, option) ? 1 : 0), 0),
  );
  const given = shown.map((stories) => stories > 0);
  for (;;) {
    const outside = groupWhere(counted, (story, at) => !given.some((is, option) => is && isCounted(story, at, option)));
    const weakness = weaknessOf(outside, policy, ALL_RULES);
    const smallest = smallestOf(shown, given);
    if (weakness === null || weakness === 'zero' || smallest === null) break;
    given[smallest] = false;
  }
  return {
    options: shown.map((stories, option) => (given[option] ? rounded(stories, policy) : null)),
    asked: whole > 0 ? whole : null,
  };
}

const weak = (group: Group, policy: DisclosurePolicy): boolean => weaknessOf(group, policy, ALL_RULES) !== null;

function groupWhere(answers: readonly SpecialAnswer[], holds: (answer: SpecialAnswer, at: number) => boolean): Group {
  const own = answers.filter(holds);
  return groupOf(
    own.keys(),
    own.map(({ cluster }) => cluster),
  );
}

/** The option given with the smallest count; null where none is given. */
function smallestOf(shown: readonly number[], given: readonly boolean[]): number | null {
  let smallest: number | null = null;
  shown.forEach((stories, option) => {
    if (given[option] && (smallest === null || stories < (shown[smallest] ?? 0))) smallest = option;
  });
  return smallest;
}
