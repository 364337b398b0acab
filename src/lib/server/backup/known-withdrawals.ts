import type { Kysely } from 'kysely';
import { ErasedWhySchema, type JournalEntry, type WithdrawalJournal } from '../journal/withdrawal-journal';
import { storedMoment, storedValue } from '../store/damaged';
import type { Tables } from '../store/sql/tables';

/** Every withdrawal and erasure that the journal or the database knows of. */
export async function knownWithdrawals(journal: WithdrawalJournal, db: Kysely<Tables>): Promise<JournalEntry[]> {
  const { entries } = await journal.read();
  const laid: JournalEntry[] = [];
  for (const row of await db.selectFrom('withdrawals').select(['programme_id', 'receipt', 'at']).execute()) {
    const at = storedMoment(`withdrawals of ${row.programme_id}`, row.at);
    laid.push({ programme: row.programme_id, receipt: row.receipt, at });
  }
  for (const row of await db.selectFrom('erasures').selectAll().execute()) {
    const place = `erasures of ${row.programme_id}`;
    laid.push({
      programme: row.programme_id,
      story: row.story_id,
      why: storedValue(place, ErasedWhySchema, row.why),
      at: storedMoment(place, row.at),
    });
  }
  return [...new Map([...laid, ...entries].map((entry) => [nameOf(entry), entry])).values()];
}

/** Notes in a journal what it does not know; nothing is ever taken out of it. */
export async function mergeWithdrawals(journal: WithdrawalJournal, entries: readonly JournalEntry[]): Promise<void> {
  const known = new Set((await journal.read()).entries.map(nameOf));
  const unknown = entries.filter((entry) => !known.has(nameOf(entry)));
  if (unknown.length > 0) await journal.append(...unknown);
}

function nameOf(entry: JournalEntry): string {
  return `${entry.programme} ${'story' in entry ? entry.story : entry.receipt}`;
}
