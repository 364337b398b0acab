import type { Story } from '../../domain/story/story';
import type { ShownFile } from '../../protocol/shown-file';
import type { Store } from '../store/port';

/** The files that a story names, each once, in the teller's order, and which of them have arrived. */
export async function shownFiles(store: Pick<Store, 'filesOfStory'>, story: Story): Promise<ShownFile[]> {
  if (story.media.length === 0) return [];
  const here = new Set((await store.filesOfStory(story.programme, story.id)).map(({ sha256 }) => sha256));
  const once = new Map(story.media.map((ref) => [ref.sha256, ref]));
  return [...once.values()].map(({ sha256, kind, seconds }) => ({
    sha256,
    kind,
    ...(seconds === undefined ? {} : { seconds }),
    here: here.has(sha256),
  }));
}
