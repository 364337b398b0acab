import type { Points } from '../dots/points';

/**
 * Two groups of unlike size look unlike dense even where they are told alike: the larger is thinned to the number of
 * the smaller, and the picture says so. Every k-th story in row order stays, which leaves no room for choosing.
 *
 * @param member per row 1 when the story belongs to the group
 * @param most stories to keep at most
 * @returns the kept rows (1), and how many stories one kept story stands for (1 = all are shown)
 */
export function thinOut(member: Uint8Array, most: number): { readonly kept: Uint8Array; readonly oneIn: number } {
  const n = member.reduce((sum, value) => sum + value, 0);
  const oneIn = most > 0 ? Math.max(1, Math.round(n / most)) : 1;
  if (oneIn === 1) return { kept: member, oneIn };
  let seen = 0;
  const kept = member.map((value) => {
    if (value === 0) return 0;
    seen += 1;
    return (seen - 1) % oneIn === 0 ? 1 : 0;
  });
  return { kept, oneIn };
}

/** Of a group, the stories that have a place in this drawing. */
export function membersPlaced({ rows }: Pick<Points, 'rows'>, member: Uint8Array): Uint8Array {
  const placed = new Uint8Array(member.length);
  for (const row of rows) placed[row] = member[row] ?? 0;
  return placed;
}

/** Rows as the dots' words: 0 = drawn. */
export function failOf(member: Uint8Array): Uint32Array {
  return Uint32Array.from(member, (value) => (value === 1 ? 0 : 1));
}
