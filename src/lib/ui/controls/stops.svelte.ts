/**
 * Whether every radio is a stop of the Tab key. Browsers make one stop of a whole group and leave the rest to the arrow
 * keys, which a switch, or a keyboard of three keys, does not have.
 */
export const stops = $state({
  each: typeof document !== 'undefined' && document.documentElement.dataset['stops'] === 'each',
});

/** A radio without a name is a group of its own: the answer outside still says which one is checked. */
export function groupName(name: string): string | undefined {
  return stops.each ? undefined : name;
}
