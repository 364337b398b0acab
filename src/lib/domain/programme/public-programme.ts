import * as z from 'zod/mini';
import { AudienceSchema } from '../audience';
import { Under13Schema } from '../framework/age-band';
import { PublicKeySchema } from '../story/sealed';
import { LocaleSchema, SlugSchema, StableIdSchema } from '../identifiers';
import { AreaSchemeSchema } from './area-scheme';

/** Somebody to turn to. `checked` only after a steward has confirmed the words and numbers. */
export const ContactSchema = z.strictObject({
  id: StableIdSchema,
  audiences: z.array(AudienceSchema),
  name: z.string(),
  how: z.string(),
  /** The same in words for children. */
  child: z.optional(z.string()),
  checked: z.boolean(),
});
export type Contact = z.infer<typeof ContactSchema>;

/** A language that tellers are offered beside the framework's own. */
export const OfferedLanguageSchema = z.strictObject({
  locale: LocaleSchema,
  /** `draft`: every screen says so. */
  state: z.enum(['draft', 'reviewed']),
  /** Names these very words: another translation of the same framework has another name, and is fetched anew. */
  words: z.string().check(z.minLength(1), z.maxLength(64)),
  /** Whose words stand on the screen where the language itself is only heard. Left out = its own. */
  text: z.optional(LocaleSchema),
});
export type OfferedLanguage = z.infer<typeof OfferedLanguageSchema>;

/** What a teller's device may know of a programme; the rest is in programme.ts and never travels to a phone. */
export const PublicProgrammeSchema = z.strictObject({
  slug: SlugSchema,
  name: z.string().check(z.minLength(1), z.maxLength(120)),
  state: z.enum(['trial', 'open', 'closed']),
  origin: z.enum(['told', 'synthetic', 'imported']),
  contacts: z.array(ContactSchema),
  areaSchemes: z.array(AreaSchemeSchema),
  /** Its way with tellers under 13; left out = a competent child with a trained helper. */
  under13: z.optional(Under13Schema),
  /** To this the way to reach somebody who asks for help is sealed; only the safeguarding role holds the other half. */
  helpKey: z.optional(PublicKeySchema),
  /** Left out = only the framework's own. */
  languages: z.optional(z.array(OfferedLanguageSchema)),
});
export type PublicProgramme = z.infer<typeof PublicProgrammeSchema>;
