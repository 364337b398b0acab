import { displayTier } from '../../analysis/disclosure/display-tier';
import { analystPolicy } from '../../analysis/disclosure/policy';
import type { Policies } from '../../domain/programme/programme';
import type { Labelled } from '../view-words';
import type { ReachGroups } from './reach-answer';

/** One group as it is shown. */
export interface ReachRow {
  readonly option: string;
  readonly label: string;
  /** Null: nothing is shown. */
  readonly heard: { readonly stories: number; readonly sessions: number; readonly lastMonth: number | null } | null;
  /**
   * Why nothing is shown: none, or too few stories (the two are not told apart), or too few sessions; or a smaller number
   * beside it could be worked out.
   */
  readonly why: 'few' | 'kept_back' | null;
}

interface Sorting {
  /** The options go by themselves from small to large. */
  readonly ordered: boolean;
  /** Answers that are no group. */
  readonly noGroup: ReadonlySet<string>;
  /** One answer a story: then the options add up to a total that stands beside them. */
  readonly single: boolean;
}

/**
 * Fewest stories first where the options have no order of their own, those with too few before all others; answers that are
 * no group ("rather not say", "the whole city") at the end.
 */
export function reachRows(
  { heard }: ReachGroups,
  labels: readonly Labelled[],
  policies: Policies,
  { ordered, noGroup, single }: Sorting,
): ReachRow[] {
  const policy = analystPolicy(policies);
  const shownOptions = shownIn(heard, policies, single);
  const rows = heard.map(({ option, stories, sessions, lastMonth }): ReachRow & { sort: number } => {
    const few = displayTier(stories, sessions, policy) === 'nothing';
    const shown = shownOptions.has(option);
    const label = labels.find(({ id }) => id === option)?.label ?? option;
    return {
      option,
      label,
      heard: shown ? { stories, sessions, lastMonth } : null,
      why: shown ? null : few ? 'few' : 'kept_back',
      // Those kept back are the smallest of those that are not few.
      sort: shown ? stories : few ? -1 : policy.k,
    };
  });
  const last = ({ option }: ReachRow): number => +noGroup.has(option);
  const sorted = rows.sort((p, q) => last(p) - last(q) || (ordered ? 0 : p.sort - q.sort));
  return sorted.map(({ option, label, heard: own, why }) => ({ option, label, heard: own, why }));
}

/**
 * The options whose numbers are shown. Where what is held back could be taken from the total - few stories in all, or one
 * option alone - the smallest number beside it is held back too (METHOD 2d).
 */
function shownIn(heard: ReachGroups['heard'], policies: Policies, single: boolean): ReadonlySet<string> {
  const policy = analystPolicy(policies);
  const shown = heard
    .filter(({ stories, sessions }) => displayTier(stories, sessions, policy) !== 'nothing')
    .sort((p, q) => q.stories - p.stories);
  const held = heard.filter((each) => each.stories > 0 && !shown.includes(each));
  const inAll = (): number => held.reduce((sum, { stories }) => sum + stories, 0);
  while (single && held.length > 0 && (held.length === 1 || inAll() < policy.k)) {
    const smallest = shown.pop();
    if (smallest === undefined) break;
    held.push(smallest);
  }
  return new Set(shown.map(({ option }) => option));
}
