import type { Group } from './group';
import type { DisclosurePolicy } from './policy';
import type { RuleSet } from './rules';
import type { TableCell, TableToGuard } from './table';
import { weaknessOf } from './weakness';

/**
 * A figure that was shown before is replaced only when the stories that came since can stand on their own: the new
 * figure less the old one is a figure about them. None since counts as too few, or a figure dated anew would tell that
 * nobody came.
 */
export function mayReissue({ before, fresh }: TableCell, policy: DisclosurePolicy, rules: RuleSet): boolean {
  if (before === null || before.shown === null || !rules.has('re_release')) return true;
  return weaknessOf(fresh, policy, rules) === null;
}

/** What is known of a cell from earlier, and the stories that a reader would learn the number of beyond that. */
export interface KnownBefore {
  /** Stories already told of. */
  readonly base: number;
  /** The stories beyond them. */
  readonly beyond: Group;
}

export function knownBefore({ all, fresh, before }: TableCell, rules: RuleSet): KnownBefore {
  // Of a figure whose stories are no longer all there nobody knows what it says of today.
  const known = before !== null && before.shown !== null && before.intact && rules.has('re_release');
  return known ? { base: before.stories, beyond: fresh } : { base: 0, beyond: all };
}

/**
 * A cell that time has closed, decided about by an earlier release: everybody knows that it is as it was, so what was
 * shown stays, and what was held back is held back for good.
 */
export function isSettled({ before, fresh }: TableCell, { closed }: Pick<TableToGuard, 'closed'>, rules: RuleSet) {
  return closed && before !== null && before.intact && fresh.stories === 0 && rules.has('held_for_good');
}
