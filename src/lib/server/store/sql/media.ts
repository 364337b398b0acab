import type { Kysely } from 'kysely';
import { MediaRefSchema } from '../../../domain/story/media-ref';
import { storedMoment, storedValue } from '../damaged';
import type { Store, StoredFile } from '../port';
import { drawContentKey } from './content-key';
import { holdProgrammes } from './hold';
import { touchProgramme } from './revision';
import type { Tables } from './tables';

type Media = Pick<
  Store,
  'addMedia' | 'mediaOf' | 'filesOfStory' | 'mediaFrom' | 'unnamedMedia' | 'dropMedia' | 'anyMedia'
>;

export function mediaIn(db: Kysely<Tables>): Media {
  const links = (programme: string, sha256: string, tx: Kysely<Tables> = db) =>
    tx.selectFrom('story_media').select('story_id').where('programme_id', '=', programme).where('sha256', '=', sha256);
  return {
    addMedia({ programme, sha256, kind, mime, bytes, collector, receivedAt }) {
      return db.transaction().execute(async (tx) => {
        await holdProgrammes(tx, [programme]);
        const { numInsertedOrUpdatedRows } = await tx
          .insertInto('media')
          .values({
            programme_id: programme,
            sha256,
            kind,
            mime,
            bytes,
            collector,
            received_at: receivedAt.toISOString(),
            content_key: drawContentKey(),
          })
          .onConflict((conflict) => conflict.columns(['programme_id', 'sha256']).doNothing())
          .executeTakeFirstOrThrow();
        if (numInsertedOrUpdatedRows !== 1n) return 'already';
        // Whoever cleared such a story has not heard or seen this file: it has to be read again (DESIGN invariant 7).
        await tx
          .updateTable('stories')
          .set({ reading: 'unread' })
          .where('programme_id', '=', programme)
          .where('reading', '=', 'clear')
          .where('id', 'in', links(programme, sha256, tx))
          .execute();
        await touchProgramme(tx, programme);
        return 'added';
      });
    },
    async mediaOf(programme, sha256) {
      const row = await db
        .selectFrom('media')
        .selectAll()
        .where('programme_id', '=', programme)
        .where('sha256', '=', sha256)
        .executeTakeFirst();
      return row === undefined ? null : fileOf(row);
    },
    async filesOfStory(programme, story) {
      const rows = await db
        .selectFrom('media')
        .innerJoin('story_media', (join) =>
          join
            .onRef('story_media.programme_id', '=', 'media.programme_id')
            .onRef('story_media.sha256', '=', 'media.sha256'),
        )
        .selectAll('media')
        .where('media.programme_id', '=', programme)
        .where('story_media.story_id', '=', story)
        .execute();
      return rows.map(fileOf);
    },
    async mediaFrom({ programme, code }) {
      const row = await db
        .selectFrom('media')
        .select((expression) => [
          expression.fn.countAll<number>().as('files'),
          expression.fn.sum<number | null>('bytes').as('bytes'),
        ])
        .where('programme_id', '=', programme)
        .where('collector', '=', code)
        .executeTakeFirstOrThrow();
      return { files: Number(row.files), bytes: Number(row.bytes ?? 0) };
    },
    async unnamedMedia(before, limit) {
      const rows = await db
        .selectFrom('media')
        .selectAll()
        .where('received_at', '<', before.toISOString())
        .where((expression) =>
          expression.not(
            expression.exists(
              expression
                .selectFrom('story_media')
                .select('story_id')
                .whereRef('story_media.programme_id', '=', 'media.programme_id')
                .whereRef('story_media.sha256', '=', 'media.sha256'),
            ),
          ),
        )
        .limit(limit)
        .execute();
      return rows.map(fileOf);
    },
    dropMedia(programme, sha256) {
      return db.transaction().execute(async (tx) => {
        await holdProgrammes(tx, [programme]);
        if ((await links(programme, sha256, tx).executeTakeFirst()) !== undefined) return 'named';
        await tx.deleteFrom('media').where('programme_id', '=', programme).where('sha256', '=', sha256).execute();
        return 'dropped';
      });
    },
    async anyMedia(sha256) {
      const row = await db.selectFrom('media').select('sha256').where('sha256', '=', sha256).executeTakeFirst();
      return row !== undefined;
    },
  };
}

export function fileOf(row: Omit<Tables['media'], 'content_key'>): StoredFile {
  const place = `media ${row.sha256} of ${row.programme_id}`;
  return {
    programme: row.programme_id,
    sha256: row.sha256,
    kind: storedValue(place, MediaRefSchema.shape.kind, row.kind),
    mime: row.mime,
    bytes: row.bytes,
    collector: row.collector,
    receivedAt: storedMoment(place, row.received_at),
  };
}
