import type { Kysely } from 'kysely';
import * as z from 'zod';
import { storedMoment, storedValue } from '../damaged';
import type { Reading as KeptReading, Store } from '../port';
import { forgetStory } from './forget-story';
import { holdProgrammes } from './hold';
import { touchProgramme } from './revision';
import { releaseFiles } from './story-files';
import { storyOf } from './story-of';
import type { Tables } from './tables';

const OutcomeSchema = z.enum(['clear', 'concern']);

type Reading = Parameters<Store['recordReading']>[2];

export function readingsIn(db: Kysely<Tables>): Pick<Store, 'recordReading' | 'recordReadings' | 'readingsOf'> {
  return {
    recordReading(programme, id, reading) {
      return db.transaction().execute(async (tx) => {
        await holdProgrammes(tx, [programme]);
        if (!(await recordOne(tx, programme, id, reading))) return 'unknown';
        await touchProgramme(tx, programme);
        return 'recorded';
      });
    },
    recordReadings(programme, ids, reading) {
      return db.transaction().execute(async (tx) => {
        await holdProgrammes(tx, [programme]);
        let recorded = 0;
        for (const id of ids) if (await recordOne(tx, programme, id, reading)) recorded += 1;
        if (recorded > 0) await touchProgramme(tx, programme);
        return recorded;
      });
    },
    async readingsOf(programme, id) {
      const rows = await db
        .selectFrom('readings')
        .select(['programme_id', 'story_id', 'at', 'reader', 'outcome', 'note'])
        .where('programme_id', '=', programme)
        .where('story_id', '=', id)
        .orderBy('seq')
        .execute();
      return rows.map(readingOf);
    },
  };
}

type Row = Omit<Tables['readings'], 'seq'>;

export function readingOf({ programme_id, story_id, at, reader, outcome, note }: Row): KeptReading {
  const place = `readings of ${story_id} of ${programme_id}`;
  return { at: storedMoment(place, at), reader, outcome: storedValue(place, OutcomeSchema, outcome), note };
}

/** False when there is no such story, or not as it was read. */
async function recordOne(
  tx: Kysely<Tables>,
  programme: string,
  id: string,
  { outcome, reader, at, note, over }: Reading,
): Promise<boolean> {
  const read = await tx
    .updateTable('stories')
    .set((row) => ({ reading: outcome, read_revision: row.ref('revision') }))
    .where('programme_id', '=', programme)
    .where('id', '=', id)
    .$if(over !== undefined, (row) =>
      row.where('revision', '=', over?.revision ?? 0).where('reading', '=', over?.reading ?? ''),
    )
    .returning(['withdrawn_at', 'programme_id', 'serial', 'hash', 'body'])
    .executeTakeFirst();
  if (read === undefined) return false;
  if (outcome === 'clear' && read.withdrawn_at !== null) {
    // Taken back, and kept only for the concern that is settled now.
    await forgetStory(tx, programme, id);
    return true;
  }
  if (outcome === 'clear') {
    const { numDeletedRows } = await tx
      .deleteFrom('restricted_copies')
      .where('programme_id', '=', programme)
      .where('story_id', '=', id)
      .executeTakeFirst();
    // The files of those earlier words were kept with them.
    if (numDeletedRows > 0n) await releaseFiles(tx, programme, id, storyOf(read).media);
  }
  await tx
    .insertInto('readings')
    .values({ programme_id: programme, story_id: id, outcome, reader, at: at.toISOString(), note })
    .execute();
  return true;
}
