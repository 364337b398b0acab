import { randomUUID } from 'node:crypto';
import { sql, type Kysely } from 'kysely';
import type { Store } from '../port';
import type { Tables } from './tables';

export async function readEpoch(db: Kysely<Tables>): Promise<string> {
  const read = () => db.selectFrom('meta').select('value').where('key', '=', 'epoch').executeTakeFirst();
  const known = await read();
  if (known !== undefined) return known.value;
  await db
    .insertInto('meta')
    .values({ key: 'epoch', value: randomUUID() })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const made = await read();
  if (made === undefined) throw new Error('the epoch was written and cannot be read');
  return made.value;
}

export function metaIn(
  db: Kysely<Tables>,
): Pick<Store, 'epoch' | 'ready' | 'saveFirstStewardToken' | 'firstStewardTokenHolds' | 'takeFirstStewardToken'> {
  return {
    epoch: () => readEpoch(db),
    async ready() {
      await sql`select 1`.execute(db);
      return true;
    },
    async saveFirstStewardToken(tokenHash, expiresAt) {
      const value = `${tokenHash} ${expiresAt.toISOString()}`;
      await db
        .insertInto('meta')
        .values({ key: FIRST_STEWARD, value })
        .onConflict((conflict) => conflict.column('key').doUpdateSet({ value }))
        .execute();
    },
    async firstStewardTokenHolds(tokenHash, now) {
      const row = await db.selectFrom('meta').select('value').where('key', '=', FIRST_STEWARD).executeTakeFirst();
      return row !== undefined && holds(row.value, tokenHash, now);
    },
    async takeFirstStewardToken(tokenHash, now) {
      return db.transaction().execute(async (tx) => {
        const row = await tx.selectFrom('meta').select('value').where('key', '=', FIRST_STEWARD).executeTakeFirst();
        if (row === undefined || !holds(row.value, tokenHash, now)) return false;
        const { numDeletedRows } = await tx
          .deleteFrom('meta')
          .where('key', '=', FIRST_STEWARD)
          .where('value', '=', row.value)
          .executeTakeFirstOrThrow();
        return numDeletedRows === 1n;
      });
    },
  };
}

const FIRST_STEWARD = 'first_steward';

function holds(value: string, tokenHash: string, now: Date): boolean {
  const [hash = '', expiresAt = ''] = value.split(' ');
  return hash === tokenHash && now.getTime() < Date.parse(expiresAt);
}
