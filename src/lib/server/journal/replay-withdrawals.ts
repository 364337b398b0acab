import { releasingFiles } from '../media/releasing-files';
import type { Services } from '../services';

/**
 * Tells a database of every withdrawal and erasure it does not know, before anybody is answered from it: a copy that was put back
 * brings no story back, and none of its files.
 * @returns how many it did not know, and how many lines of the journal could not be read
 */
export async function replayWithdrawals(services: Services): Promise<{ replayed: number; unreadable: number }> {
  const { store, journal } = services;
  const { entries, unreadable } = await journal.read();
  let replayed = 0;
  for (const entry of entries) {
    const { programme } = entry;
    if ('story' in entry) {
      const { story, why, at } = entry;
      if (await store.erased(programme, story)) continue;
      const erasure = { programme, stories: [story], why, actor: 'system', at };
      await releasingFiles(services, programme, [story], () => store.eraseStories(erasure));
      replayed += 1;
      continue;
    }
    const { receipt } = entry;
    if (await store.withdrawn(programme, receipt)) continue;
    const found = await store.storyOfReceipt(programme, receipt);
    await releasingFiles(services, programme, found === null ? [] : [found.id], () => store.withdraw(entry));
    replayed += 1;
  }
  return { replayed, unreadable };
}
