import type { Kysely } from 'kysely';
import type { Tables } from '../sql/tables';

const UNFINISHED = 'unfinished';

/** Notes that a database is being filled; what fills it takes the note away in the same transaction. */
export async function markUnfinished(db: Kysely<Tables>): Promise<void> {
  await db
    .insertInto('meta')
    .values({ key: UNFINISHED, value: '' })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Whether a restore or a move was cut off: nobody may be answered from such a database. */
export async function isUnfinished(db: Kysely<Tables>): Promise<boolean> {
  return (await db.selectFrom('meta').select('key').where('key', '=', UNFINISHED).executeTakeFirst()) !== undefined;
}
