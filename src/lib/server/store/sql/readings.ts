import type { Kysely } from 'kysely';
import type { Store } from '../port';
import { touchProgramme } from './revision';
import type { Tables } from './tables';

export function readingsIn(db: Kysely<Tables>): Pick<Store, 'recordReading'> {
  return {
    recordReading(programme, id, { outcome, reader, at, note }) {
      return db.transaction().execute(async (tx) => {
        const { numUpdatedRows } = await tx
          .updateTable('stories')
          .set({ reading: outcome })
          .where('programme_id', '=', programme)
          .where('id', '=', id)
          .executeTakeFirstOrThrow();
        if (numUpdatedRows === 0n) return 'unknown';
        await tx
          .insertInto('readings')
          .values({ programme_id: programme, story_id: id, outcome, reader, at: at.toISOString(), note })
          .execute();
        await touchProgramme(tx, programme);
        return 'recorded';
      });
    },
  };
}
