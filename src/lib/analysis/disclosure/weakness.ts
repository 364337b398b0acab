import { fewClusters } from './few-clusters';
import { fewStories } from './few-stories';
import type { Group } from './group';
import { noStories } from './no-stories';
import { oneClusterPrevails } from './one-cluster';
import type { DisclosurePolicy } from './policy';
import type { RuleSet } from './rules';

/** Why a group may not stand behind a figure. */
export type Weakness = 'few_stories' | 'zero' | 'few_clusters' | 'one_cluster';

const CHECKS: readonly (readonly [Weakness, (group: Group, policy: DisclosurePolicy) => boolean])[] = [
  ['zero', noStories],
  ['few_stories', fewStories],
  ['few_clusters', fewClusters],
  ['one_cluster', oneClusterPrevails],
];

/**
 * The first rule that a group breaks, or null when a figure about it may be shown. Two disjoint groups without weakness
 * have none together either: stories and clusters only grow, and no cluster's share of the sum exceeds its larger share.
 */
export function weaknessOf(group: Group, policy: DisclosurePolicy, rules: RuleSet): Weakness | null {
  for (const [name, broken] of CHECKS) if (rules.has(name) && broken(group, policy)) return name;
  return null;
}
