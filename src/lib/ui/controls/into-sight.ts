/**
 * Shows the whole of what was just opened, scrolling only as far as needed; where it is higher than the page, its
 * beginning. Where the bars are is in the page's scroll padding.
 */
export function intoSight(opened: Element): void {
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
  opened.scrollIntoView({ block: 'nearest', behavior: still ? 'auto' : 'smooth' });
}
