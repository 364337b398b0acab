import { createHash } from 'node:crypto';
import { AudienceSchema } from '../domain/audience';
import { editionFor } from '../domain/framework/edition-for';
import { FrameworkRefSchema } from '../domain/framework/framework';
import { LocaleSchema } from '../domain/identifiers';
import { knownFramework } from './accept/known-frameworks';
import { translationInto } from './languages/translations';
import type { Store } from './store/port';

export interface EditionAnswer {
  readonly body: string;
  readonly etag: string;
  /** This address will always have this answer. */
  readonly forGood: boolean;
}

/** Made once each: an edition of a published framework never changes, and a translation only with a release. */
const MADE = new WeakMap<Store, Map<string, Omit<EditionAnswer, 'forGood'>>>();

/** What a device asks for by its address. */
export interface EditionAsked {
  readonly framework: string;
  readonly version: string;
  readonly audience: string;
  readonly locale: string | null;
  /** Which translation it was offered. */
  readonly words: string | null;
}

/**
 * The edition that a device asks for; a language without words gets the framework's own. Null when there is no such
 * framework, version or audience.
 */
export async function answerEdition(store: Store, asked: EditionAsked): Promise<EditionAnswer | null> {
  const { framework, version, audience } = asked;
  const ref = FrameworkRefSchema.safeParse({ id: framework, version: /^\d{1,6}$/.test(version) ? Number(version) : 0 });
  const reader = AudienceSchema.safeParse(audience);
  if (!ref.success || !reader.success) return null;
  const published = await knownFramework(store, ref.data);
  if (published?.sets[reader.data] === undefined) return null;
  const parsed = LocaleSchema.safeParse(asked.locale);
  const wanted = parsed.success ? parsed.data : published.locale;
  const own = wanted in published.catalogues;
  const translation = own ? undefined : translationInto(published.id, wanted);
  const locale = own || translation !== undefined ? wanted : published.locale;
  // A translation changes with a release: only an address that names its words stands for them for good.
  const forGood = translation === undefined ? locale === wanted : translation.words === asked.words;

  const made = MADE.get(store) ?? new Map<string, Omit<EditionAnswer, 'forGood'>>();
  MADE.set(store, made);
  const name = `${published.id}@${published.version}/${reader.data}/${locale}`;
  const known = made.get(name);
  if (known !== undefined) return { ...known, forGood };
  const body = JSON.stringify(editionFor(published, reader.data, locale, translation));
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
  made.set(name, { body, etag });
  return { body, etag, forGood };
}
