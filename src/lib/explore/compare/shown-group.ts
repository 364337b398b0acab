import { displayTier } from '../../analysis/disclosure/display-tier';
import { analystPolicy } from '../../analysis/disclosure/policy';
import type { Policies } from '../../domain/programme/programme';
import type { GroupMark } from '../../ui/plots/pair/group-mark';
import type { ComparedGroup } from './comparison';

/** A group as it is drawn beside others. */
export interface ShownGroup {
  readonly label: string;
  readonly mark: GroupMark;
  readonly member: Uint8Array;
  /** False under the programme's k or three gatherings: nothing of it is drawn. */
  readonly shown: boolean;
}

export function shownGroup(group: ComparedGroup, label: string, mark: GroupMark, policies: Policies): ShownGroup {
  const tier = displayTier(group.n, group.clusters, analystPolicy(policies));
  return { label, mark, member: group.member, shown: tier !== 'nothing' };
}
