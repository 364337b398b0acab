import { createHash } from 'node:crypto';
import type { Audience } from '../../domain/audience';
import { wordingsOf } from '../../domain/framework/edition-for';
import type { Framework } from '../../domain/framework/framework';
import { wordingFor, type Wording } from '../../domain/framework/wording';
import { knownFramework } from '../accept/known-frameworks';
import type { Member } from '../access/staff';
import { translationInto } from '../languages/translations';
import type { Services } from '../services';
import { cleanSound, type Sound } from './clean-sound';
import { deleteRecording, writeRecording } from './folder';

/** Which text, in which language and wording, a recording is of. */
export interface RecordingPlace {
  readonly locale: string;
  readonly audience: Audience;
  readonly key: string;
}

export type Kept = { readonly kind: 'kept' } | { readonly kind: 'no_such_text' } | Exclude<Sound, { kind: 'sound' }>;

type Parts = Pick<Services, 'store' | 'settings' | 'atRest' | 'now'>;

/** Keeps what a steward recorded for a text; one that was there before goes. */
export async function keepRecording(
  { store, settings, atRest, now }: Parts,
  member: Member,
  place: RecordingPlace,
  uploaded: Uint8Array,
): Promise<Kept> {
  const { slug, framework } = member.programme;
  const published = await knownFramework(store, framework);
  const text = published === null ? undefined : textsFor(published, place.audience, place.locale).get(place.key);
  if (text === undefined) return { kind: 'no_such_text' };
  const sound = await cleanSound(uploaded);
  if (sound.kind !== 'sound') return sound;
  const sha256 = createHash('sha256').update(sound.bytes).digest('hex');
  const at = now();
  // The file first: a row always leads to one.
  await writeRecording(settings.data, sha256, sound.bytes, atRest);
  const { mime, bytes } = sound;
  const replaced = await store.saveRecording(slug, { ...place, text, sha256, mime, bytes: bytes.length, at });
  await store.appendAudit({
    at,
    actor: member.id,
    action: 'recording.kept',
    programme: slug,
    subject: subjectOf(place),
  });
  if (replaced !== null) await removeRecordingFile({ store, settings }, replaced);
  return { kind: 'kept' };
}

/** @returns false where there was none */
export async function removeRecording(
  { store, settings, now }: Parts,
  member: Member,
  place: RecordingPlace,
): Promise<boolean> {
  const { slug } = member.programme;
  const removed = await store.removeRecording(slug, place);
  if (removed === null) return false;
  const entry = { at: now(), actor: member.id, programme: slug, subject: subjectOf(place) };
  await store.appendAudit({ ...entry, action: 'recording.removed' });
  await removeRecordingFile({ store, settings }, removed);
  return true;
}

/** The texts of a framework as an audience reads them; where a language has no words of ours, the framework's own. */
export function textsFor(framework: Framework, audience: Audience, locale: string): Map<string, string> {
  const catalogue = framework.catalogues[locale]?.texts ?? {};
  const beside = wordsBeside(framework, locale);
  const said = (key: string, wording: Wording) => {
    const own = catalogue[key];
    if (own !== undefined) return wordingFor(own, audience);
    const source = wordingFor(wording, audience);
    return beside?.[source] ?? source;
  };
  return new Map([...wordingsOf(framework)].map(([key, wording]) => [key, said(key, wording)]));
}

/** Whether a framework has words in a language, its own or those of a translation that lies beside it. */
export function isWritten(framework: Framework, locale: string): boolean {
  return (
    locale === framework.locale || locale in framework.catalogues || translationInto(framework.id, locale) !== undefined
  );
}

/** As editions do it: a framework that brings a language itself has no other words in it. */
function wordsBeside(framework: Framework, locale: string): Readonly<Record<string, string>> | undefined {
  return locale in framework.catalogues ? undefined : translationInto(framework.id, locale)?.texts;
}

function subjectOf({ locale, audience, key }: RecordingPlace): string {
  return `${locale}/${audience}/${key}`;
}

/** The same bytes may be of more texts than one, in more programmes than one. */
export async function removeRecordingFile({ store, settings }: Pick<Services, 'store' | 'settings'>, sha256: string) {
  if (!(await store.recordingInUse(sha256))) await deleteRecording(settings.data, sha256);
}
