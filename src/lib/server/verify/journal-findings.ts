import type { Services } from '../services';

/** Withdrawals that the journal does not say any more, or that the database was never told. */
export async function* journalFindings({ journal, store }: Services): AsyncGenerator<string> {
  const { entries, unreadable } = await journal.read();
  if (unreadable > 0) yield `journal: ${unreadable} lines cannot be read (a power cut leaves one at most)`;
  for (const [index, { programme, receipt }] of entries.entries()) {
    if (!(await store.withdrawn(programme, receipt)))
      yield `journal: the database does not know withdrawal ${index + 1}`;
  }
}
