import type { Store } from '../store/port';
import type { WithdrawalJournal } from './withdrawal-journal';

/**
 * Tells a database of every withdrawal it does not know, before anybody is answered from it: a copy that was put back
 * brings no story back.
 * @returns how many it did not know, and how many lines of the journal could not be read
 */
export async function replayWithdrawals(
  store: Pick<Store, 'withdraw' | 'withdrawn'>,
  journal: WithdrawalJournal,
): Promise<{ replayed: number; unreadable: number }> {
  const { entries, unreadable } = await journal.read();
  let replayed = 0;
  for (const entry of entries) {
    if (await store.withdrawn(entry.programme, entry.receipt)) continue;
    await store.withdraw(entry);
    replayed += 1;
  }
  return { replayed, unreadable };
}
