import type { Kysely } from 'kysely';
import { counted } from '../../counted';
import type { Erased, Store } from '../port';
import { chainAudit } from './audit';
import { forgetStory } from './forget-story';
import { holdProgrammes } from './hold';
import { touchProgramme } from './revision';
import type { Tables } from './tables';
import { restrict } from './withdrawals';

/** Stories that are erased by their number, whatever their tellers did. */
export function erasuresIn(
  db: Kysely<Tables>,
): Pick<Store, 'eraseStories' | 'erased' | 'storiesBefore' | 'forgetHelpCalls'> {
  return {
    eraseStories: (erasure) => db.transaction().execute((tx) => eraseStories(tx, erasure)),
    async erased(programme, id) {
      return (await erasedAmong(db, programme, [id])).size > 0;
    },
    async storiesBefore(programme, before, upTo, limit) {
      let chosen = db
        .selectFrom('stories')
        .select('id')
        .where('programme_id', '=', programme)
        .where('withdrawn_at', 'is', null)
        .orderBy('serial')
        .limit(limit);
      if (before !== null) chosen = chosen.where('received_at', '<', before.toISOString());
      if (upTo !== null) chosen = chosen.where('serial', '<=', upTo);
      const rows = await chosen.execute();
      return rows.map(({ id }) => id);
    },
    async forgetHelpCalls(programme, before) {
      let answered = db
        .deleteFrom('help_calls')
        .where('programme_id', '=', programme)
        .where('answered_at', 'is not', null);
      if (before !== null) answered = answered.where('answered_at', '<', before.toISOString());
      const { numDeletedRows } = await answered.executeTakeFirst();
      return Number(numDeletedRows);
    },
  };
}

async function eraseStories(
  tx: Kysely<Tables>,
  { programme, stories, why, actor, at }: Parameters<Store['eraseStories']>[0],
): Promise<Erased> {
  await holdProgrammes(tx, [programme]);
  const erased: string[] = [];
  const restricted: string[] = [];
  for (const id of stories) {
    await tx
      .insertInto('erasures')
      .values({ programme_id: programme, story_id: id, why, at: at.toISOString() })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    const told = await tx
      .selectFrom('stories')
      .select('reading')
      .where('programme_id', '=', programme)
      .where('id', '=', id)
      .where('withdrawn_at', 'is', null)
      .executeTakeFirst();
    if (told === undefined) continue;
    const concern = told.reading === 'concern';
    if (concern) await restrict(tx, programme, id, at);
    else await forgetStory(tx, programme, id);
    (concern ? restricted : erased).push(id);
  }
  if (erased.length + restricted.length > 0) {
    await touchProgramme(tx, programme);
    // One number for both: a concern is known to the safeguarding role only.
    const subject = `${why}: ${counted(erased.length + restricted.length, 'story', 'stories')}`;
    await chainAudit(tx, { at, actor, action: 'stories.erased', programme, subject });
  }
  return { erased, restricted };
}

/** Those of these numbers that were erased, or are to be when they come. */
export async function erasedAmong(
  tx: Kysely<Tables>,
  programme: string,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  const erased = new Set<string>();
  for (let from = 0; from < ids.length; from += NUMBERS) {
    const rows = await tx
      .selectFrom('erasures')
      .select('story_id')
      .where('programme_id', '=', programme)
      .where('story_id', 'in', ids.slice(from, from + NUMBERS))
      .execute();
    for (const { story_id } of rows) erased.add(story_id);
  }
  return erased;
}

/** Numbers in one question: an import is one batch, and SQLite takes 32,766 values at most. */
const NUMBERS = 10_000;
