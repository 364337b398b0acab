import { createSubscriber, MediaQuery } from 'svelte/reactivity';

/** Under this width (CSS px) a shape's words no longer fit at its corners: the list comes first. */
const LIST_FIRST_BELOW = 340;
/** Text larger than 150 % of 16 px. */
const LARGE_TEXT = 24;

const narrow = new MediaQuery(`width < ${LIST_FIRST_BELOW}px`, false);

/** The size of the words and easy read are chosen while a screen is shown (ui/theme/reading-settings.ts). */
const whenChosen = createSubscriber((update) => {
  const observer = new MutationObserver(update);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-text', 'data-easy'] });
  return () => observer.disconnect();
});

/** Whether the list should be shown before the shape: narrow screens, 400 % zoom, large text, easy read. */
export function listFirst(): boolean {
  if (typeof document === 'undefined') return false;
  whenChosen();
  const { dataset } = document.documentElement;
  return narrow.current || dataset['easy'] === 'on' || rootTextSize() > LARGE_TEXT;
}

function rootTextSize(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
}
