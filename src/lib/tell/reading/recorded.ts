import type { Edition } from '../../domain/framework/edition';
import { textsOf } from '../../domain/framework/text-keys';
import type { PublicCollector } from '../../domain/programme/collector';
import { sameLanguage, type RecordedIn } from '../../domain/programme/recording';
import {
  recordingAddress,
  recordingListAddress,
  RecordingListSchema,
  type RecordingList,
} from '../../protocol/recordings';
import type { KeptRecordings } from './kept-recordings';
import { plainText, type RecordedTexts } from './lines-to-read';

/** The recordings of an edition's texts in a language; empty where there are none, or none can be got. */
export async function recordedTexts(
  collector: PublicCollector,
  edition: Edition,
  locale: string,
  kept: KeptRecordings,
): Promise<RecordedTexts> {
  const offered = offersFor(collector, edition.audience, locale)[0];
  const list = offered === undefined ? null : await listOf(collector, offered, kept);
  if (list === null) return new Map();
  const texts = textsOf(edition);
  return new Map(
    Object.entries(list.texts).flatMap(([key, hash]) => {
      const text = texts.get(key);
      return text === undefined ? [] : [[plainText(text), recordingAddress(collector.programme.slug, hash)] as const];
    }),
  );
}

/** Other languages than that of the words in which something can be heard, for an audience. */
export function otherLanguages(collector: PublicCollector | null, edition: Edition | null, locale: string): string[] {
  if (collector === null || edition === null) return [];
  return (collector.recordings ?? [])
    .filter((offer) => offer.audience === edition.audience && !sameLanguage(offer.locale, locale))
    .map((offer) => offer.locale);
}

/**
 * What to have on the device before there is no network. On an own device the language that is listened to; on one
 * that others use everything the link offers, so that what is kept says nothing about whoever told there.
 */
export async function addressesToKeep(
  collector: PublicCollector,
  audience: Edition['audience'],
  locale: string,
  kept: KeptRecordings,
): Promise<string[]> {
  const shared = collector.mode !== 'open';
  const offers = shared ? (collector.recordings ?? []) : offersFor(collector, audience, locale);
  const addresses: string[] = [];
  for (const offer of offers) {
    const list = await listOf(collector, offer, kept);
    addresses.push(listAddress(collector, offer));
    for (const hash of Object.values(list?.texts ?? {}))
      addresses.push(recordingAddress(collector.programme.slug, hash));
  }
  return [...new Set(addresses)];
}

function offersFor({ recordings = [] }: PublicCollector, audience: Edition['audience'], locale: string): RecordedIn[] {
  return recordings.filter((offer) => offer.audience === audience && sameLanguage(offer.locale, locale));
}

function listAddress({ programme, framework }: PublicCollector, { audience, locale, stamp }: RecordedIn): string {
  return recordingListAddress(programme.slug, framework, audience, locale, stamp);
}

async function listOf(
  collector: PublicCollector,
  offer: RecordedIn,
  kept: KeptRecordings,
): Promise<RecordingList | null> {
  const response = await kept.get(listAddress(collector, offer));
  const parsed = RecordingListSchema.safeParse(await response?.json().catch(() => null));
  return parsed.success ? parsed.data : null;
}
