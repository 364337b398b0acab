import type { Group } from './group';

/**
 * None at all counts as few. "No child here said happy" says something of every child here, and a zero that is shown
 * gives its neighbours in the table away (UK LLC counts zero too).
 */
export function noStories({ stories }: Group): boolean {
  return stories === 0;
}
