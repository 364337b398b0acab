import { sql, type Kysely } from 'kysely';
import type { OneState } from '../opened';
import type { Tables } from '../sql/tables';

/** Other processes go on writing (postgresql.org/docs/current/transaction-iso.html, "Repeatable Read"). */
export function oneStateOf(db: Kysely<Tables>): OneState {
  return (read) =>
    db
      .transaction()
      .setIsolationLevel('repeatable read')
      .setAccessMode('read only')
      .execute(async (tx) => {
        // Whoever reads may wait for a slow disk between two pages.
        await sql`SET LOCAL idle_in_transaction_session_timeout = 0`.execute(tx);
        return read(tx);
      });
}
