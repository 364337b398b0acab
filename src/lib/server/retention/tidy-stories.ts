import { keptSince } from '../../domain/programme/retention';
import { describeError } from '../log';
import type { Services } from '../services';
import { eraseStories } from './erase-stories';
import { writeBack } from './write-back';

const EVERY_MS = 24 * 60 * 60 * 1000;

/** What became of stories whose time is over. */
export interface TidiedStories {
  readonly programme: string;
  readonly erased: number;
  /** A concern is open: a copy stays with the safeguarding role, and goes when it is settled. */
  readonly restricted: number;
}

/**
 * Erases what was kept as long as its programme's policy says, by the moment at which it arrived here. Imported and
 * synthetic stories stay: their dates come from a file, not from this server's clock. What tellers took back since the last
 * time leaves the database's own log, too.
 */
export async function tidyStories(services: Services): Promise<TidiedStories[]> {
  const { store, now } = services;
  const tidied: TidiedStories[] = [];
  for (const { slug, origin, policies } of await store.programmes()) {
    if (origin !== 'told') continue;
    const before = keptSince(now(), policies.retentionMonths);
    const done = await eraseStories(services, { programme: slug, before, why: 'retention', actor: 'system' });
    const counts = { erased: done.erased.length, restricted: done.restricted.length };
    if (counts.erased + counts.restricted > 0) tidied.push({ programme: slug, ...counts });
  }
  await writeBack(services);
  return tidied;
}

/** Now and once a day; never keeps the process alive, and a failure is noted and tried again. */
export function keepStoriesTidy(services: Services): void {
  const tidy = async () => {
    try {
      for (const done of await tidyStories(services)) services.log.info(done, 'stories past their time erased');
    } catch (error) {
      services.log.error({ part: 'retention', ...describeError(error) }, 'fault');
    }
  };
  void tidy();
  setInterval(() => void tidy(), EVERY_MS).unref();
}
