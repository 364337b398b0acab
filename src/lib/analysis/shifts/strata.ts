import { NO_GROUP, type Grouping } from '../representation/block';

/**
 * The crossing of groupings (role x age band): a group for each combination that occurs, in order of first occurrence.
 * A story without a group in any of them is in none of the crossing.
 */
export function crossed(groupings: readonly Grouping[]): Grouping {
  const rows = groupings[0]?.of.length ?? 0;
  const numbers = new Map<string, number>();
  const of = new Uint16Array(rows).fill(NO_GROUP);
  for (let i = 0; i < rows; i += 1) {
    const names = groupings.map((grouping) => grouping.groups[grouping.of[i] ?? NO_GROUP]);
    if (names.some((name) => name === undefined)) continue;
    const name = names.join(' x ');
    const number = numbers.get(name) ?? numbers.size;
    numbers.set(name, number);
    of[i] = number;
  }
  return { id: groupings.map(({ id }) => id).join(' x '), groups: [...numbers.keys()], of };
}
