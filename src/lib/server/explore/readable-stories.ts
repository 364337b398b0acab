import type { Framework } from '../../domain/framework/framework';
import type { Programme } from '../../domain/programme/programme';
import { effectiveSharing } from '../../domain/story/story';
import type { ReadableStory } from '../../protocol/explore';
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
  const held = await heldIn(store, programme);
  const found = await store.storiesBySerial(programme.slug, [...new Set(serials)]);
  const reach = new Set(framework.questions.filter((question) => question.reach).map((question) => question.id));
  return found.filter((stored) => readableState(stored, held) === 2).map((stored) => asRead(stored, reach));
}

function asRead({ serial, story, receivedAt }: StoredStory, reach: ReadonlySet<string>): ReadableStory {
  const { audience, voice, locale, prompt, title, text, answers, about } = story;
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
    answers,
    about: { ...about, questions },
    quotable: effectiveSharing(story) === 'quote',
  };
}
