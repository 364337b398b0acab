import { describeError } from '../log';
import type { Services } from '../services';
import { removeUnnamed } from './tidy';

/**
 * Does what takes links from a story to its files (taking it back, changing it, settling a concern), and then, once that
 * is committed, removes the files that no story names any more. A file that another story names stays. Where removing
 * fails the deed stands, and the tidying meets what is left.
 */
export async function releasingFiles<T>(
  services: Services,
  programme: string,
  stories: readonly string[],
  deed: () => Promise<T>,
): Promise<T> {
  const { store, log } = services;
  const before = await Promise.all(stories.map((story) => store.filesOfStory(programme, story)));
  const done = await deed();
  for (const sha256 of new Set(before.flat().map((file) => file.sha256))) {
    try {
      await removeUnnamed(services, programme, sha256);
    } catch (error) {
      log.error({ part: 'media', ...describeError(error) }, 'fault');
    }
  }
  return done;
}
