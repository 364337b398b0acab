import * as z from 'zod/mini';
import { AUDIENCES } from '../audience';
import { Under13Schema } from '../framework/age-band';
import { FrameworkRefSchema } from '../framework/framework-ref';
import { LocaleSchema } from '../identifiers';
import { PublicProgrammeSchema, type Contact, type OfferedLanguage, type PublicProgramme } from './public-programme';

export type { Contact, PublicProgramme };

export const PoliciesSchema = z.strictObject({
  /** Which stories wait for a reading before an analyst may see their words. */
  hold: z.enum(['all', 'flagged', 'none']),
  /** Smallest number of stories behind a shown figure. */
  k: z.strictObject({ public: z.int().check(z.gte(5)), analyst: z.int().check(z.gte(5)) }),
  retentionMonths: z.int().check(z.gte(1), z.lte(240)),
  /** Offered to tellers; the framework's own always is. */
  languages: z.array(LocaleSchema),
  under13: Under13Schema,
  /** Hours within which a story is read; asked for help or flagged: the same working day. */
  readWithinHours: z.strictObject({ flagged: z.int(), others: z.int() }),
});
export type Policies = z.infer<typeof PoliciesSchema>;

/** Somebody read a translation against the framework's own words and found it good. Holds for these words only. */
export const TranslationReviewSchema = z.strictObject({
  locale: LocaleSchema,
  /** Names the words that were read, see `OfferedLanguageSchema`. */
  words: z.string().check(z.minLength(1), z.maxLength(64)),
  by: z.string().check(z.minLength(1), z.maxLength(120)),
  at: z.iso.datetime(),
});

// What is offered is worked out from the policy, the reviews and the words there are; it is kept nowhere.
const { languages: _offered, ...shared } = PublicProgrammeSchema.shape;

/**
 * A listening programme. `trial` until a steward has confirmed contacts, readers' hours and policy: labelled on every
 * screen, its stories never mixed with real ones. `origin` says where its stories come from: `synthetic` ones are
 * labelled so on every screen.
 */
export const ProgrammeSchema = z.strictObject({
  ...shared,
  framework: FrameworkRefSchema,
  policies: PoliciesSchema,
  /** The newest of each language; left out = none was read. */
  reviews: z.optional(z.array(TranslationReviewSchema)),
  /** Whose words are shown to those who listen to a language that is only heard, by its locale. */
  heardWith: z.optional(z.record(LocaleSchema, LocaleSchema)),
  /** For staff: where an import comes from, what was planted in a synthetic programme. */
  notes: z.optional(z.string().check(z.maxLength(4000))),
});
export type Programme = z.infer<typeof ProgrammeSchema>;

/** Said where the contacts of a trial end, so that nobody looks for a number that is not there. */
export const TRIAL_NOTE: Contact = {
  id: 'trial',
  audiences: [...AUDIENCES],
  name: 'This is a trial',
  how: 'The local safeguarding numbers are not filled in yet. The numbers shown here work.',
  child: 'This is only a try-out. The numbers here work.',
  checked: false,
};

/**
 * In a trial only the two contacts that are the same everywhere are shown, to everybody: an adult has no other number
 * then to ring for a child. Later the ones a steward has checked.
 */
export function contactsShown(programme: Pick<Programme, 'state' | 'contacts'>): Contact[] {
  const always = new Set(['emergency', 'childline', 'trusted']);
  if (programme.state !== 'trial')
    return programme.contacts.filter((contact) => contact.checked || always.has(contact.id));
  const shown = programme.contacts.filter(({ id }) => always.has(id));
  return [
    ...shown.map((contact) => (contact.id === 'childline' ? { ...contact, audiences: [...AUDIENCES] } : contact)),
    TRIAL_NOTE,
  ];
}

export function publicProgramme(programme: Programme, languages: readonly OfferedLanguage[] = []): PublicProgramme {
  const { slug, name, state, origin, areaSchemes, policies } = programme;
  return {
    slug,
    name,
    state,
    origin,
    areaSchemes,
    contacts: contactsShown(programme),
    under13: policies.under13,
    ...(languages.length === 0 ? {} : { languages: [...languages] }),
  };
}
