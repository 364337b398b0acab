import type { Framework } from '../../domain/framework/framework';
import type { Programme } from '../../domain/programme/programme';
import { effectiveSharing } from '../../domain/story/story';
import type { ReadableStory } from '../../protocol/explore';
import type { ShownFile } from '../../protocol/shown-file';
import { shownFiles } from '../media/shown-files';
import type { Store, StoredStory } from '../store/port';
import { yearAndMonth } from './calendar';
import { heldIn, readableState } from './readable';

/**
 * The stories behind marks that an analyst may read: cleared, and shared for reading. Every other serial is left out
 * without a word about why (held, dots only, withdrawn and unknown look alike).
 */
export async function readableStories(
  store: Store,
  programme: Programme,
  framework: Framework,
  serials: readonly number[],
): Promise<ReadableStory[]> {
  // The words first: what is held is then known of words that are older, never of ones that came in between.
  const found = await store.storiesBySerial(programme.slug, [...new Set(serials)]);
  const held = await heldIn(store, programme);
  const reach = new Set(framework.questions.filter((question) => question.reach).map((question) => question.id));
  const readable = found.filter((stored) => readableState(stored, held) === 2);
  return Promise.all(readable.map(async (stored) => asRead(stored, reach, await shownFiles(store, stored.story))));
}

/** One of them by itself, for what belongs to it: the same question, asked again for every file. */
export async function readableStory(store: Store, programme: Programme, serial: number): Promise<StoredStory | null> {
  const [stored] = await store.storiesBySerial(programme.slug, [serial]);
  if (stored === undefined) return null;
  return readableState(stored, await heldIn(store, programme)) === 2 ? stored : null;
}

function asRead(
  { serial, story, receivedAt }: StoredStory,
  reach: ReadonlySet<string>,
  files: readonly ShownFile[],
): ReadableStory {
  const { audience, voice, locale, prompt, title, text, symbols, helper, answers, about } = story;
  // Special reach questions are never crossed with stories.
  const questions = Object.fromEntries(Object.entries(about.questions).filter(([id]) => !reach.has(id)));
  return {
    serial,
    month: yearAndMonth(receivedAt),
    audience,
    voice,
    locale,
    prompt,
    title,
    text,
    ...(symbols === undefined ? {} : { symbols }),
    ...(helper === undefined ? {} : { helper }),
    ...(files.length === 0 ? {} : { files: [...files] }),
    answers,
    about: { ...about, questions },
    quotable: effectiveSharing(story) === 'quote',
  };
}
