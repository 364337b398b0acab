import type { Group } from './group';
import type { DisclosurePolicy } from './policy';
import { ALL_RULES, type RuleSet } from './rules';
import { weaknessOf } from './weakness';

/** A quarter of a year, `2026-Q4`: sorts as text. */
export type Quarter = string;

export interface LastRelease {
  readonly quarter: Quarter;
}

/**
 * Whether a new release is to be made, given what arrived since the last one. Once a quarter: who could look after
 * every story would see which one tipped the scale, and so count the ones before it. And only with enough new stories
 * of enough gatherings, for the totals of two releases can be subtracted.
 *
 * @param last null before the first release
 * @param fresh stories that would be in the new release and were not in the last
 */
export const releaseDue = releaseDueBy(ALL_RULES);

export function releaseDueBy(rules: RuleSet) {
  return (now: Quarter, last: LastRelease | null, fresh: Group, policy: DisclosurePolicy): boolean => {
    if (rules.has('quarter') && last !== null && now <= last.quarter) return false;
    return !rules.has('enough_new') || weaknessOf(fresh, policy, rules) === null;
  };
}
