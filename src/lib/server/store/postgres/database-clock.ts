import { sql } from 'kysely';
import type { AccountsDatabase } from '../opened';

/** Two clocks that differ by less are the same clock to whatever counts days. */
export const SAME_CLOCK_MS = 5 * 60 * 1000;

/**
 * By how much the clock of the database runs ahead of a clock of ours; negative = behind. The embedded database has none of
 * its own: 0.
 */
export async function databaseAhead({ db, type }: AccountsDatabase, now: () => Date): Promise<number> {
  if (type === 'sqlite') return 0;
  const asked = now().getTime();
  const { rows } = await sql<{ ms: string }>`
    SELECT (extract(epoch FROM clock_timestamp()) * 1000)::bigint::text AS ms`.execute(db);
  const answered = now().getTime();
  return Number(rows[0]?.ms) - (asked + answered) / 2;
}
