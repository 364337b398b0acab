import * as z from 'zod/mini';
import { AudienceSchema } from '../audience';
import { Under13Schema } from '../framework/age-band';
import { SlugSchema, StableIdSchema } from '../identifiers';
import { PublicKeySchema } from '../story/sealed';
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
});
export type PublicProgramme = z.infer<typeof PublicProgrammeSchema>;
