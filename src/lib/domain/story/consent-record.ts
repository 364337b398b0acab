import * as z from 'zod/mini';
import { LocaleSchema } from '../identifiers';

/** Who agreed to which words, and when. */
export const ConsentRecordSchema = z.strictObject({
  /** The words that were agreed to: `<consent id>@<framework version>`. */
  text: z.string().check(z.maxLength(120)),
  by: z.enum(['teller', 'parent', 'setting', 'helper']),
  /** The language the words were read in; left out = the story's own. */
  locale: z.optional(LocaleSchema),
  /** The device's clock: shown, never relied on. */
  at: z.iso.datetime(),
});

/** Nobody can say yes in a teller's place: whatever others agreed to, there is no story without the teller's own yes. */
export function hasOwnConsent(story: { consent: readonly z.infer<typeof ConsentRecordSchema>[] }): boolean {
  return story.consent.some(({ by }) => by === 'teller');
}
