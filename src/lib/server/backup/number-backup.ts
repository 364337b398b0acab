import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Tables } from '../store/sql/tables';

export interface BackupNumber {
  /** Made with the first backup; stays through restores and moves. */
  readonly installation: string;
  /** Higher than any before, also where the clock went back. */
  readonly number: number;
}

/** Notes when everything was last copied, for `sheaf doctor`. */
export async function noteBackup(db: Kysely<Tables>, at: Date): Promise<void> {
  const value = at.toISOString();
  await db
    .insertInto('meta')
    .values({ key: 'backed_up', value })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value }))
    .execute();
}

export function numberBackup(db: Kysely<Tables>, now: Date): Promise<BackupNumber> {
  return db.transaction().execute(async (tx) => {
    await tx
      .insertInto('meta')
      .values([
        { key: 'installation', value: randomUUID() },
        { key: 'backup', value: '0' },
      ])
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    const rows = await tx.selectFrom('meta').selectAll().where('key', 'in', ['installation', 'backup']).execute();
    const known = new Map(rows.map(({ key, value }) => [key, value]));
    const number = Math.max(Number(known.get('backup')) + 1, now.getTime());
    await tx
      .updateTable('meta')
      .set({ value: String(number) })
      .where('key', '=', 'backup')
      .execute();
    return { installation: known.get('installation') ?? '', number };
  });
}
