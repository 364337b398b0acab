import { MediaQuery } from 'svelte/reactivity';

/** Under this width (CSS px) a shape's words no longer fit at its corners: the list comes first. */
const LIST_FIRST_BELOW = 340;
/** Text larger than 150 % of 16 px. */
const LARGE_TEXT = 24;

const narrow = new MediaQuery(`width < ${LIST_FIRST_BELOW}px`, false);

/** Whether the list should be shown before the shape: narrow screens, 400 % zoom, large text. */
export function listFirst(): boolean {
  return narrow.current || rootTextSize() > LARGE_TEXT;
}

function rootTextSize(): number {
  if (typeof document === 'undefined') return 16;
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
}
