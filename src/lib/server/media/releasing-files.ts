import { describeError } from '../log';
import type { Services } from '../services';
import { noteLetGo } from './let-go';
import { mediaOf } from './media';
import { removeUnnamed } from './tidy';

/**
 * Does what takes links from a story to its files (taking it back, changing it, settling a concern), and then, once that
 * is committed, removes the files that no story names any more. A file that another story names stays.
 */
export async function releasingFiles<T>(
  services: Services,
  programme: string,
  stories: readonly string[],
  deed: () => Promise<T>,
): Promise<T> {
  const before = await Promise.all(stories.map((story) => namedBy(services, programme, story)));
  const done = await deed();
  await releaseUnnamed(services, programme, before.flat());
  return done;
}

/**
 * Of these files removes those that no story names, also what has arrived of one that is still on its way. Where removing
 * fails, the tidying meets what is left.
 */
export async function releaseUnnamed(services: Services, programme: string, files: readonly string[]): Promise<void> {
  const gone = new Set<string>();
  for (const sha256 of new Set(files)) {
    await noting(services, async () => {
      if (!(await removeUnnamed(services, programme, sha256))) return;
      noteLetGo(services, programme, sha256);
      gone.add(sha256);
    });
  }
  if (gone.size > 0) await noting(services, () => mediaOf(services).uploads.abandon(programme, gone));
}

/** Whether they have arrived or not: a file on its way is its story's, too. */
async function namedBy({ store }: Services, programme: string, story: string): Promise<string[]> {
  const stored = await store.story(programme, story);
  if (stored === null) return [];
  const revisions = [stored.story, ...(await store.earlierRevisions(programme, story))];
  return revisions.flatMap(({ media }) => media.map(({ sha256 }) => sha256));
}

async function noting({ log }: Services, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    log.error({ part: 'media', ...describeError(error) }, 'fault');
  }
}
