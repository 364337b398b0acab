import { createHash } from 'node:crypto';
import { AudienceSchema } from '../domain/audience';
import { editionFor } from '../domain/framework/edition-for';
import { FrameworkRefSchema } from '../domain/framework/framework';
import { LocaleSchema } from '../domain/identifiers';
import { knownFramework } from './accept/known-frameworks';
import type { Store } from './store/port';

export interface EditionAnswer {
  readonly body: string;
  readonly etag: string;
}

/** Made once each: an edition of a published framework never changes. */
const MADE = new WeakMap<Store, Map<string, EditionAnswer>>();

/**
 * The edition that a device asks for by its address; a language without a catalogue gets the framework's own words.
 * Null when there is no such framework, version or audience.
 */
export async function answerEdition(
  store: Store,
  framework: string,
  version: string,
  audience: string,
  locale: string | null,
): Promise<EditionAnswer | null> {
  const ref = FrameworkRefSchema.safeParse({ id: framework, version: /^\d{1,6}$/.test(version) ? Number(version) : 0 });
  const reader = AudienceSchema.safeParse(audience);
  if (!ref.success || !reader.success) return null;
  const published = await knownFramework(store, ref.data);
  if (published?.sets[reader.data] === undefined) return null;
  const asked = LocaleSchema.safeParse(locale);
  const language = asked.success && asked.data in published.catalogues ? asked.data : published.locale;

  const made = MADE.get(store) ?? new Map<string, EditionAnswer>();
  MADE.set(store, made);
  const name = `${published.id}@${published.version}/${reader.data}/${language}`;
  const known = made.get(name);
  if (known !== undefined) return known;
  const body = JSON.stringify(editionFor(published, reader.data, language));
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
  const answer = { body, etag };
  made.set(name, answer);
  return answer;
}
