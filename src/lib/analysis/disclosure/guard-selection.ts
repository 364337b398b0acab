import { complementGroup, itselfGroup } from './complement';
import { differenceGroups } from './difference';
import type { Group } from './group';
import type { DisclosurePolicy } from './policy';
import { rounded } from './rounding';
import { ALL_RULES, type RuleSet } from './rules';
import { afterTelling, type SelectionLedger } from './selection-ledger';
import type { StoryBits } from './story-bits';
import { weaknessOf, type Weakness } from './weakness';

/** A filter: how it is written, canonically, and the stories it holds of the collection the ledger is about. */
export interface Selection {
  readonly question: string;
  readonly stories: StoryBits;
}

export type SelectionAnswer =
  | { readonly kind: 'told'; readonly stories: number; readonly ledger: SelectionLedger }
  /** Not told. Which part of the rule it was is for the log: a reader of the answer learns only `refused`. */
  | { readonly kind: 'refused'; readonly by: 'itself' | 'complement' | 'difference'; readonly weakness: Weakness };

/**
 * Whether the number of stories in a selection may be told after all that was told before. Every group it would give
 * away - the selection, its rest, every difference with earlier answers - has to stand on its own.
 */
export const guardSelection = guardSelectionBy(ALL_RULES);

export function guardSelectionBy(rules: RuleSet) {
  return (
    { question, stories }: Selection,
    clusterOf: ArrayLike<number>,
    ledger: SelectionLedger,
    policy: DisclosurePolicy,
  ): SelectionAnswer => {
    const before = ledger.told.get(question);
    if (before !== undefined) return { kind: 'told', stories: before, ledger };
    const itself = itselfGroup(stories, clusterOf);
    const sources: readonly (readonly ['itself' | 'complement' | 'difference', () => readonly Group[]])[] = [
      ['itself', () => [itself]],
      // Of the question about all stories the rest is empty by definition, which tells nothing.
      ['complement', () => (question === ledger.whole ? [] : [complementGroup(stories, clusterOf)])],
      ['difference', () => (question === ledger.whole ? [] : differenceGroups(ledger, stories, clusterOf))],
    ];
    for (const [by, groups] of sources) {
      if (!rules.has(by)) continue;
      for (const group of groups()) {
        const weakness = weaknessOf(group, policy, rules);
        if (weakness !== null) return { kind: 'refused', by, weakness };
      }
    }
    const shown = rules.has('rounding') ? rounded(itself.stories, policy) : itself.stories;
    return { kind: 'told', stories: shown, ledger: afterTelling(ledger, question, stories, shown) };
  };
}
