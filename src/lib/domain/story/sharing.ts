import * as z from 'zod/mini';

/** What may be done with the words of a story: only its dots counted, read by analysts, or quoted. */
export const SharingSchema = z.enum(['dots', 'read', 'quote']);
export type Sharing = z.infer<typeof SharingSchema>;

const STRICTEST_FIRST: readonly Sharing[] = ['dots', 'read', 'quote'];

/** The stricter of two; null = not said, which takes nothing away from the other and counts as dots alone. */
export function stricterSharing(one: Sharing, other: Sharing | null): Sharing {
  if (other === null) return one;
  return STRICTEST_FIRST.indexOf(one) <= STRICTEST_FIRST.indexOf(other) ? one : other;
}

/** What sharing can still be lowered to, from the next stricter down: none from dots. */
export function stricterThan(sharing: Sharing): Sharing[] {
  return STRICTEST_FIRST.slice(0, STRICTEST_FIRST.indexOf(sharing)).reverse();
}
