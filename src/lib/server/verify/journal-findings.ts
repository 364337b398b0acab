import { counted } from '../counted';
import type { Services } from '../services';

/** Withdrawals and erasures that the journal does not say any more, or that the database was never told. */
export async function* journalFindings({ journal, store }: Services): AsyncGenerator<string> {
  const { entries, unreadable } = await journal.read();
  if (unreadable > 0) yield `journal: ${counted(unreadable, 'line')} cannot be read (a power cut leaves one at most)`;
  for (const [index, entry] of entries.entries()) {
    const { programme } = entry;
    const known =
      'story' in entry ? await store.erased(programme, entry.story) : await store.withdrawn(programme, entry.receipt);
    if (!known) yield `journal: the database does not know line ${index + 1}`;
  }
}
