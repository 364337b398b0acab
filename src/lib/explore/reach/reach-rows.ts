import { displayTier } from '../../analysis/disclosure/display-tier';
import { analystPolicy } from '../../analysis/disclosure/policy';
import type { Policies } from '../../domain/programme/programme';
import type { Labelled } from '../view-words';
import type { ReachGroups } from './reach-answer';

/** One group as it is shown. */
export interface ReachRow {
  readonly option: string;
  readonly label: string;
  /** Null: none, or too few to show; the two are not told apart. */
  readonly heard: { readonly stories: number; readonly sessions: number; readonly lastMonth: number | null } | null;
}

/**
 * Fewest stories first where the options have no order of their own, those with too few before all others; answers that are
 * no group ("rather not say", "the whole city") at the end.
 */
export function reachRows(
  { heard }: ReachGroups,
  labels: readonly Labelled[],
  policies: Policies,
  { ordered, noGroup }: { readonly ordered: boolean; readonly noGroup: ReadonlySet<string> },
): ReachRow[] {
  const policy = analystPolicy(policies);
  const rows = heard.map(({ option, stories, sessions, lastMonth }): ReachRow & { sort: number } => {
    const shown = displayTier(stories, sessions, policy) !== 'nothing';
    const label = labels.find(({ id }) => id === option)?.label ?? option;
    return { option, label, heard: shown ? { stories, sessions, lastMonth } : null, sort: shown ? stories : -1 };
  });
  const last = ({ option }: ReachRow): number => +noGroup.has(option);
  const sorted = rows.sort((p, q) => last(p) - last(q) || (ordered ? 0 : p.sort - q.sort));
  return sorted.map(({ option, label, heard: own }) => ({ option, label, heard: own }));
}
