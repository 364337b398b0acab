import type { Sharing } from './sharing';

const STRICTEST_FIRST: readonly Sharing[] = ['dots', 'read', 'quote'];

/** The stricter of two; null = not said, which takes nothing away from the other. */
export function stricterSharing(one: Sharing, other: Sharing | null): Sharing {
  if (other === null) return one;
  return STRICTEST_FIRST.indexOf(one) <= STRICTEST_FIRST.indexOf(other) ? one : other;
}

/** What sharing can still be lowered to, from the next stricter down: none from dots. */
export function stricterThan(sharing: Sharing): Sharing[] {
  return STRICTEST_FIRST.slice(0, STRICTEST_FIRST.indexOf(sharing)).reverse();
}
