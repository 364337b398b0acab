import { sql } from 'kysely';
import type { Services } from '../services';

/**
 * What was erased or taken back still lies in SQLite's log until that is written back, in PostgreSQL's pages until they
 * are cleaned.
 */
export async function writeBack({ accounts }: Pick<Services, 'accounts'>): Promise<void> {
  const statement = accounts.type === 'sqlite' ? sql`PRAGMA wal_checkpoint(TRUNCATE)` : sql`VACUUM stories, help_calls`;
  await statement.execute(accounts.db);
}
