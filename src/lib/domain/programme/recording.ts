import * as z from 'zod/mini';
import { AudienceSchema } from '../audience';
import { LocaleSchema } from '../identifiers';

/** A language in which texts can be heard that somebody spoke. It need not be one that the framework is written in. */
export const RecordedInSchema = z.strictObject({
  locale: LocaleSchema,
  audience: AudienceSchema,
  /** Changes whenever a recording of this language and audience does. */
  stamp: z.string().check(z.regex(/^[0-9a-f]{16}$/)),
});
export type RecordedIn = z.infer<typeof RecordedInSchema>;

/** Whether two tags name the same language, whatever the region: `en` and `en-GB`. */
export function sameLanguage(one: string, other: string): boolean {
  return one.split('-')[0] === other.split('-')[0];
}
