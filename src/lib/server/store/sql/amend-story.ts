import type { Kysely } from 'kysely';
import type { SentHelp } from '../../../domain/story/draft';
import type { Arrival } from './arrivals';
import { chainAudit } from './audit';
import type { KnownStory } from './known-stories';
import { nameFiles, releaseFiles } from './story-files';
import type { Tables } from './tables';

/**
 * Puts a newer revision in the place of the one before: the same story, held again until somebody has read it. Where a
 * concern is open it stays open, and the words that raised it stay with the safeguarding role.
 * @returns how its reading stands now
 */
export async function amendStory(
  tx: Kysely<Tables>,
  { story, hash, help, body }: Arrival,
  known: KnownStory,
  at: Date,
): Promise<'concern' | 'unread'> {
  const { programme, id } = story;
  const concern = known.reading === 'concern';
  const reading = concern ? 'concern' : 'unread';
  if (concern) {
    await tx
      .insertInto('restricted_copies')
      .columns(['programme_id', 'story_id', 'revision', 'body', 'kept_at'])
      .expression((row) =>
        row
          .selectFrom('stories')
          .select(['programme_id', 'id', 'revision', 'body', row.val(at.toISOString()).as('kept_at')])
          .where('programme_id', '=', programme)
          .where('id', '=', id),
      )
      .execute();
  }
  await tx
    .updateTable('stories')
    .set({
      hash,
      body,
      revision: story.revision,
      reading,
      amended_at: at.toISOString(),
    })
    .where('programme_id', '=', programme)
    .where('id', '=', id)
    .execute();
  await nameFiles(tx, programme, id, story.media);
  // The files of words that stay with the safeguarding role stay with them.
  if (!concern) await releaseFiles(tx, programme, id, story.media);
  // No amendment takes a call for help away, nor the way to reach somebody: it is not asked for by what is left empty.
  if (help?.wanted === true) {
    const asked = helpColumns(help);
    const says = asked.contact === null && asked.sealed === null ? { wanted: asked.wanted } : asked;
    await tx
      .insertInto('help_requests')
      .values({ programme_id: programme, story_id: id, ...asked })
      .onConflict((conflict) => conflict.columns(['programme_id', 'story_id']).doUpdateSet(says))
      .execute();
  }
  await chainAudit(tx, { at, actor: 'teller', action: 'story.amended', programme, subject: id });
  return reading;
}

/** A wish for help as it is kept, apart from the story. */
export function helpColumns({ wanted, contact, sealed }: SentHelp) {
  return { wanted: wanted ? 1 : 0, contact, sealed: sealed === undefined ? null : JSON.stringify(sealed) };
}
