import type { Kysely } from 'kysely';
import { readEpoch } from './meta';
import type { Tables } from './tables';

/** Counts a programme's changes up, inside the transaction that makes the change. */
export async function touchProgramme(tx: Kysely<Tables>, slug: string): Promise<void> {
  await tx
    .updateTable('programmes')
    .set((expression) => ({ revision: expression('revision', '+', 1) }))
    .where('programme_id', '=', slug)
    .execute();
}

/** With the epoch in it: after a restore the count may come back, the stories behind it differ. */
export async function revisionOf(db: Kysely<Tables>, slug: string): Promise<string> {
  const row = await db.selectFrom('programmes').select('revision').where('programme_id', '=', slug).executeTakeFirst();
  return `${(await readEpoch(db)).slice(0, 8)}.${row?.revision ?? 0}`;
}
