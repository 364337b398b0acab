import { releasingFiles } from '../media/releasing-files';
import type { Services } from '../services';
import type { Erased, ErasedWhy } from '../store/port';

/** Stories of one transaction: others may write between two. */
const PAGE = 100;

export interface Erasing {
  readonly programme: string;
  /** Those that arrived before then; null = all. */
  readonly before: Date | null;
  /** Only those of serials up to this one; null = whichever. */
  readonly upTo: number | null;
  readonly why: ErasedWhy;
  readonly actor: string;
}

/**
 * Erases stories for good, oldest first. Into the journal first, as with a withdrawal: what it holds is done again at the
 * next start and in every database that is restored, so that nothing brings them back.
 */
export async function eraseStories(
  services: Services,
  { programme, before, upTo, why, actor }: Erasing,
): Promise<Erased> {
  const { store, journal, now } = services;
  const erased: string[] = [];
  const restricted: string[] = [];
  for (;;) {
    const stories = await store.storiesBefore(programme, before, upTo, PAGE);
    if (stories.length === 0) break;
    const at = now();
    await journal.append(...stories.map((story) => ({ programme, story, why, at })));
    const done = await releasingFiles(services, programme, stories, () =>
      store.eraseStories({ programme, stories, why, actor, at }),
    );
    erased.push(...done.erased);
    restricted.push(...done.restricted);
  }
  return { erased, restricted };
}
