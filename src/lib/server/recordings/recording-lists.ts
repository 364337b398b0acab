import { createHash } from 'node:crypto';
import type { Audience } from '../../domain/audience';
import type { Framework, FrameworkRef } from '../../domain/framework/framework';
import type { RecordedIn } from '../../domain/programme/recording';
import type { RecordingList } from '../../protocol/recordings';
import { knownFramework } from '../accept/known-frameworks';
import type { Store, StoredRecording } from '../store/port';
import { textsFor } from './keep-recording';

/** In which languages something can be heard, for the audiences of a link and the version of the framework it asks. */
export async function recordedIn(
  store: Store,
  programme: string,
  framework: FrameworkRef,
  audiences: readonly Audience[],
): Promise<RecordedIn[]> {
  const recordings = await store.recordingsOf(programme);
  const published = recordings.length === 0 ? null : await knownFramework(store, framework);
  if (published === null) return [];
  const offers: RecordedIn[] = [];
  for (const audience of audiences) {
    for (const locale of new Set(recordings.map((recording) => recording.locale))) {
      const list = listOf(published, recordings, audience, locale);
      if (Object.keys(list.texts).length > 0) offers.push({ locale, audience, stamp: stampOf(list) });
    }
  }
  return offers;
}

/** Null when there is no such framework. The stamp is the one an exchange tells while the list is this. */
export async function recordingList(
  store: Store,
  programme: string,
  framework: FrameworkRef,
  audience: Audience,
  locale: string,
): Promise<{ list: RecordingList; stamp: string } | null> {
  const published = await knownFramework(store, framework);
  if (published === null) return null;
  const list = listOf(published, await store.recordingsOf(programme), audience, locale);
  return { list, stamp: stampOf(list) };
}

/** Only recordings of the words as they now are: another version may ask something else under the same key. */
function listOf(
  framework: Framework,
  recordings: readonly StoredRecording[],
  audience: Audience,
  locale: string,
): RecordingList {
  const texts = textsFor(framework, audience, locale);
  const holding = recordings.filter(
    (recording) =>
      recording.audience === audience && recording.locale === locale && texts.get(recording.key) === recording.text,
  );
  return { texts: Object.fromEntries(holding.map(({ key, sha256 }) => [key, sha256])) };
}

function stampOf(list: RecordingList): string {
  return createHash('sha256').update(JSON.stringify(list)).digest('hex').slice(0, 16);
}
