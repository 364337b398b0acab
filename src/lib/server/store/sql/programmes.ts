import type { Kysely } from 'kysely';
import { ProgrammeSchema, type Programme } from '../../../domain/programme/programme';
import type { Store } from '../port';
import { revisionOf, touchProgramme } from './revision';
import type { Tables } from './tables';

type Programmes = Pick<Store, 'createProgramme' | 'saveProgramme' | 'programme' | 'programmes' | 'revision'>;

export function programmesIn(db: Kysely<Tables>): Programmes {
  return {
    async createProgramme(programme) {
      const { numInsertedOrUpdatedRows } = await db
        .insertInto('programmes')
        .values({ programme_id: programme.slug, body: JSON.stringify(ProgrammeSchema.parse(programme)) })
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirstOrThrow();
      return numInsertedOrUpdatedRows === 1n ? 'created' : 'exists';
    },
    async saveProgramme(programme) {
      await db.transaction().execute(async (tx) => {
        const { numUpdatedRows } = await tx
          .updateTable('programmes')
          .set({ body: JSON.stringify(ProgrammeSchema.parse(programme)) })
          .where('programme_id', '=', programme.slug)
          .executeTakeFirstOrThrow();
        if (numUpdatedRows !== 1n) throw new Error(`no programme ${programme.slug} to save`);
        await touchProgramme(tx, programme.slug);
      });
    },
    async programme(slug) {
      const row = await db.selectFrom('programmes').select('body').where('programme_id', '=', slug).executeTakeFirst();
      return row === undefined ? null : parse(row);
    },
    async programmes() {
      return (await db.selectFrom('programmes').select('body').orderBy('programme_id').execute()).map(parse);
    },
    revision: (slug) => revisionOf(db, slug),
  };
}

function parse(row: { body: string }): Programme {
  return ProgrammeSchema.parse(JSON.parse(row.body));
}
