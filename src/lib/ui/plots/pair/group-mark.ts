/**
 * How a group is drawn wherever groups stand beside each other: a colour that always comes with its shape and its word.
 * `rest` is everybody else, in ghost.
 */
export const GROUP_MARKS = ['1', '2', '3', '4', 'rest'] as const;
export type GroupMark = (typeof GROUP_MARKS)[number];

/** For canvases and drawings: the ghost alone would be too pale for a line or a number. */
export function markColour(mark: GroupMark): string {
  return mark === 'rest' ? 'var(--line)' : `var(--group-${mark})`;
}
