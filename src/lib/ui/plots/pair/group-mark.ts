import type { DotShape } from '../dots/dot-shape';

/**
 * How a group is drawn wherever groups stand beside each other: a colour that always comes with its shape and its word.
 * `rest` is everybody else, in ghost.
 */
export const GROUP_MARKS = ['1', '2', '3', '4', '5', '6', 'rest'] as const;
export type GroupMark = (typeof GROUP_MARKS)[number];

/** For canvases and drawings: the ghost alone would be too pale for a line or a number. */
export function markColour(mark: GroupMark): string {
  return mark === 'rest' ? 'var(--line)' : `var(--group-${mark})`;
}

/** The same shapes for marks of single stories. */
export const MARK_SHAPES: Readonly<Record<GroupMark, DotShape>> = {
  '1': 'circle',
  '2': 'triangle',
  '3': 'square',
  '4': 'diamond',
  '5': 'ring',
  '6': 'plus',
  rest: 'circle',
};

/** Each mark's shape as an SVG path around 0, about 9 px across; of about the same area, so that none looks heavier. */
export const MARK_PATHS: Readonly<Record<GroupMark, string>> = {
  '1': 'M-4.2 0a4.2 4.2 0 1 0 8.4 0a4.2 4.2 0 1 0 -8.4 0z',
  '2': 'M0 -5L5 3.9H-5z',
  '3': 'M-3.8 -3.8h7.6v7.6h-7.6z',
  '4': 'M0 -5.2L5.2 0L0 5.2L-5.2 0z',
  '5': 'M-4.6 0a4.6 4.6 0 1 0 9.2 0a4.6 4.6 0 1 0 -9.2 0zM-2.2 0a2.2 2.2 0 1 1 4.4 0a2.2 2.2 0 1 1 -4.4 0z',
  '6': 'M-1.5 -5h3v3.5h3.5v3h-3.5v3.5h-3v-3.5h-3.5v-3h3.5z',
  rest: 'M-4.2 0a4.2 4.2 0 1 0 8.4 0a4.2 4.2 0 1 0 -8.4 0z',
};
