/** The ways to tell beside writing, in the order they are offered. Any of them may stand alone as the story. */
export const WAYS_TO_TELL = ['speak', 'draw', 'photo', 'pictures', 'helper'] as const;
export type WayToTell = (typeof WAYS_TO_TELL)[number];

/** Drawings of `static/symbols.svg`. */
export const WAY_SYMBOLS: Readonly<Record<WayToTell, string>> = {
  speak: 'speak',
  draw: 'draw',
  photo: 'photo',
  pictures: 'pictures-grid',
  helper: 'helper-writes',
};
