import type { DisclosurePolicy } from './policy';

/**
 * A count as it is shown: to the nearest multiple of `roundTo`. Somebody who was at one of the gatherings can subtract
 * their own from an exact count and know the rest to the story; from a rounded one they cannot.
 */
export function rounded(stories: number, { roundTo }: Pick<DisclosurePolicy, 'roundTo'>): number {
  return Math.round(stories / roundTo) * roundTo;
}

/** The counts that are shown as `shown`: what a reader can be sure of. Whole numbers, both ends included. */
export function behindShown(
  shown: number,
  { roundTo, k }: Pick<DisclosurePolicy, 'roundTo' | 'k'>,
): { readonly low: number; readonly high: number } {
  const most = Math.floor(roundTo / 2);
  const high = shown + most;
  // A figure is shown for k stories or more; under another policy it may have been fewer.
  return { low: Math.min(high, Math.max(shown - most, Math.min(k, shown))), high };
}
