import type { GroupChoice, GroupChoices } from './group-choices';
import type { PickedGroups } from './picked-groups.svelte';

/** What the two groups are called; the question is named too where both gave the same answer to different ones. */
export function groupNames(picked: PickedGroups, rest: string): readonly [string, string] {
  const { first, second, choices } = picked;
  const names = [first?.label ?? '', second?.label ?? rest] as const;
  if (first === null || second === null || names[0] !== names[1]) return names;
  return [`${names[0]} (${titleOf(first, choices)})`, `${names[1]} (${titleOf(second, choices)})`];
}

function titleOf({ key }: GroupChoice, groups: readonly GroupChoices[]): string {
  return groups.find(({ choices }) => choices.some((choice) => choice.key === key))?.title ?? '';
}
