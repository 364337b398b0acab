import type { Kysely } from 'kysely';
import { ProgrammeSchema, type Programme } from '../../../domain/programme/programme';
import { rowDamaged, storedJson } from '../damaged';
import type { Store } from '../port';
import { revisionOf, touchProgramme } from './revision';
import type { Tables } from './tables';

type Programmes = Pick<Store, 'createProgramme' | 'saveProgramme' | 'programme' | 'programmes' | 'revision'>;

export function programmesIn(db: Kysely<Tables>): Programmes {
  const chosen = () => db.selectFrom('programmes').select(['programme_id', 'body']);
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
      const row = await chosen().where('programme_id', '=', slug).executeTakeFirst();
      return row === undefined ? null : programmeOf(row);
    },
    async programmes() {
      return (await chosen().orderBy('programme_id').execute()).map(programmeOf);
    },
    revision: (slug) => revisionOf(db, slug),
  };
}

export function programmeOf({ programme_id, body }: Pick<Tables['programmes'], 'programme_id' | 'body'>): Programme {
  const place = `programmes ${programme_id}`;
  const programme = storedJson(place, ProgrammeSchema, body);
  if (programme.slug !== programme_id) throw rowDamaged(place);
  return programme;
}
