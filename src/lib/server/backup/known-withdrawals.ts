import type { Kysely } from 'kysely';
import type { WithdrawalEntry, WithdrawalJournal } from '../journal/withdrawal-journal';
import type { Tables } from '../store/sql/tables';

/** Every withdrawal that the journal or the database knows of. */
export async function knownWithdrawals(journal: WithdrawalJournal, db: Kysely<Tables>): Promise<WithdrawalEntry[]> {
  const { entries } = await journal.read();
  const rows = await db.selectFrom('withdrawals').select(['programme_id', 'receipt', 'at']).execute();
  const laid = rows.map(({ programme_id: programme, receipt, at }) => ({ programme, receipt, at: new Date(at) }));
  return [...new Map([...laid, ...entries].map((entry) => [nameOf(entry), entry])).values()];
}

/** Notes in a journal what it does not know; nothing is ever taken out of it. */
export async function mergeWithdrawals(journal: WithdrawalJournal, entries: readonly WithdrawalEntry[]): Promise<void> {
  const known = new Set((await journal.read()).entries.map(nameOf));
  for (const entry of entries) {
    if (known.has(nameOf(entry))) continue;
    known.add(nameOf(entry));
    await journal.append(entry);
  }
}

function nameOf({ programme, receipt }: WithdrawalEntry): string {
  return `${programme} ${receipt}`;
}
