import type { Kysely } from 'kysely';
import * as z from 'zod';
import type { Store } from '../port';
import { touchProgramme } from './revision';
import type { Tables } from './tables';

const OutcomeSchema = z.enum(['clear', 'concern']);

export function readingsIn(db: Kysely<Tables>): Pick<Store, 'recordReading' | 'readingsOf'> {
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
    async readingsOf(programme, id) {
      const rows = await db
        .selectFrom('readings')
        .select(['at', 'reader', 'outcome', 'note'])
        .where('programme_id', '=', programme)
        .where('story_id', '=', id)
        .orderBy('seq')
        .execute();
      return rows.map(({ at, reader, outcome, note }) => ({
        at: new Date(at),
        reader,
        outcome: OutcomeSchema.parse(outcome),
        note,
      }));
    },
  };
}
