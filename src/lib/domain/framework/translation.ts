import * as z from 'zod/mini';
import { LocaleSchema, StableIdSchema } from '../identifiers';

/**
 * A framework's words in another language, by the words they stand for. It lies outside the framework, whose published
 * versions never change: whatever version has a text gets its translation, and a text that a later version words anew
 * has none until it is translated anew, so that no translation ever stands beside words it was not made from.
 */
export const TranslationSchema = z.strictObject({
  framework: StableIdSchema,
  locale: LocaleSchema,
  /** The framework's own words → the same in this language. */
  texts: z.record(z.string(), z.string()),
});
export type Translation = z.infer<typeof TranslationSchema>;
