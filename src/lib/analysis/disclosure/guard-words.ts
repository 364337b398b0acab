import type { Group } from './group';
import type { DisclosurePolicy } from './policy';
import { rounded } from './rounding';
import { ALL_RULES, type RuleSet } from './rules';
import { weaknessOf } from './weakness';

/** The stories of a group that use a word, each counted once however often it says it. */
export interface WordUse {
  readonly word: string;
  readonly stories: Group;
}

export interface ShownWord {
  readonly word: string;
  /** Null where so few use it that the word may be shown and its number not. */
  readonly stories: number | null;
}

/**
 * The words that may be shown of a group: used in at least 5 stories of at least 3 clusters, in a group that may itself
 * be shown. A rarer word can be a name, a school, a diagnosis: looking for it would find its teller. A number stands
 * beside a word only where any other count would be allowed one.
 */
export const guardWords = guardWordsBy(ALL_RULES);

export function guardWordsBy(rules: RuleSet) {
  return (whole: Group, uses: readonly WordUse[], policy: DisclosurePolicy): ShownWord[] => {
    if (rules.has('itself') && weaknessOf(whole, policy, rules) !== null) return [];
    return uses
      .filter(({ stories }) => !rules.has('words') || wordMayBeShown(stories, policy))
      .map(({ word, stories }) => ({
        word,
        stories: weaknessOf(stories, policy, rules) === null ? rounded(stories.stories, policy) : null,
      }));
  };
}

function wordMayBeShown({ stories, clusters }: Group, policy: DisclosurePolicy): boolean {
  return stories >= policy.wordStories && clusters.size >= policy.clusters;
}
