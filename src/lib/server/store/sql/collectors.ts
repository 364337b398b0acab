import type { Kysely } from 'kysely';
import { CollectorSchema, type Collector } from '../../../domain/programme/collector';
import { rowDamaged, storedJson } from '../damaged';
import type { Store } from '../port';
import type { Tables } from './tables';

type Collectors = Pick<
  Store,
  'createCollector' | 'changeCollector' | 'collector' | 'collectorsOf' | 'saveCaptureToken' | 'collectorOfToken'
>;

export function collectorsIn(db: Kysely<Tables>): Collectors {
  return {
    async createCollector(collector) {
      const { code, programme } = collector;
      const { numInsertedOrUpdatedRows } = await db
        .insertInto('collectors')
        .values({ programme_id: programme, code, body: JSON.stringify(CollectorSchema.parse(collector)) })
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirstOrThrow();
      return numInsertedOrUpdatedRows === 1n ? 'created' : 'exists';
    },
    changeCollector: (code, change) =>
      db.transaction().execute(async (tx) => {
        // Written as it is, so that whoever else changes it waits from here on, in this process or another.
        await tx
          .updateTable('collectors')
          .set((row) => ({ body: row.ref('collectors.body') }))
          .where('code', '=', code)
          .execute();
        const row = await tx.selectFrom('collectors').selectAll().where('code', '=', code).executeTakeFirst();
        if (row === undefined) return null;
        const changed = CollectorSchema.parse(change(collectorOf(row)));
        await tx
          .updateTable('collectors')
          .set({ body: JSON.stringify(changed) })
          .where('code', '=', code)
          .execute();
        return changed;
      }),
    async collector(code) {
      const row = await db.selectFrom('collectors').selectAll().where('code', '=', code).executeTakeFirst();
      return row === undefined ? null : collectorOf(row);
    },
    async collectorsOf(programme) {
      const rows = await db
        .selectFrom('collectors')
        .selectAll()
        .where('programme_id', '=', programme)
        .orderBy('code')
        .execute();
      return rows.map(collectorOf);
    },
    async saveCaptureToken(tokenHash, collector, at) {
      await db
        .insertInto('capture_tokens')
        .values({ token_hash: tokenHash, collector, made_at: at.toISOString() })
        .execute();
    },
    async collectorOfToken(tokenHash) {
      const row = await db
        .selectFrom('capture_tokens')
        .innerJoin('collectors', 'collectors.code', 'capture_tokens.collector')
        .selectAll('collectors')
        .where('token_hash', '=', tokenHash)
        .executeTakeFirst();
      return row === undefined ? null : collectorOf(row);
    },
  };
}

export function collectorOf({ programme_id, code, body }: Tables['collectors']): Collector {
  const place = `collectors of ${programme_id}`;
  const collector = storedJson(place, CollectorSchema, body);
  if (collector.code !== code || collector.programme !== programme_id) throw rowDamaged(place);
  return collector;
}
