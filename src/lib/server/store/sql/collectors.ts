import type { Kysely } from 'kysely';
import { CollectorSchema, type Collector } from '../../../domain/programme/collector';
import type { Store } from '../port';
import type { Tables } from './tables';

type Collectors = Pick<
  Store,
  'createCollector' | 'saveCollector' | 'collector' | 'collectorsOf' | 'saveCaptureToken' | 'collectorOfToken'
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
    async saveCollector(collector) {
      const { numUpdatedRows } = await db
        .updateTable('collectors')
        .set({ body: JSON.stringify(CollectorSchema.parse(collector)) })
        .where('code', '=', collector.code)
        .where('programme_id', '=', collector.programme)
        .executeTakeFirstOrThrow();
      if (numUpdatedRows !== 1n) throw new Error(`no collector ${collector.code} in ${collector.programme} to save`);
    },
    async collector(code) {
      const row = await db.selectFrom('collectors').select('body').where('code', '=', code).executeTakeFirst();
      return row === undefined ? null : parse(row);
    },
    async collectorsOf(programme) {
      const rows = await db
        .selectFrom('collectors')
        .select('body')
        .where('programme_id', '=', programme)
        .orderBy('code')
        .execute();
      return rows.map(parse);
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
        .select('collectors.body')
        .where('token_hash', '=', tokenHash)
        .executeTakeFirst();
      return row === undefined ? null : parse(row);
    },
  };
}

function parse(row: { body: string }): Collector {
  return CollectorSchema.parse(JSON.parse(row.body));
}
