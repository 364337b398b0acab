import type { Kysely } from 'kysely';
import { helpColumns } from './amend-story';
import type { Arrival } from './arrivals';
import { chunksOf } from './chunks';
import { drawContentKey } from './content-key';
import { namedFiles } from './story-files';
import type { Tables } from './tables';

/** Stores new stories with what hangs on them; their serials count up in this order. */
export async function insertStories(tx: Kysely<Tables>, arrivals: readonly Arrival[]): Promise<void> {
  for (const chunk of chunksOf(arrivals)) {
    await tx
      .insertInto('stories')
      .values(
        chunk.map(({ story, hash, receipt, body, receivedAt }) => ({
          programme_id: story.programme,
          id: story.id,
          collector: story.collector,
          hash,
          receipt,
          received_at: receivedAt.toISOString(),
          body,
          revision: story.revision,
          content_key: drawContentKey(),
        })),
      )
      .execute();
  }
  const files = arrivals.flatMap(({ story }) => namedFiles(story.programme, story.id, story.media));
  for (const chunk of chunksOf(files)) await tx.insertInto('story_media').values(chunk).execute();
  const help = arrivals.flatMap(({ story, help: asked }) =>
    asked === null ? [] : [{ programme_id: story.programme, story_id: story.id, ...helpColumns(asked) }],
  );
  for (const chunk of chunksOf(help)) await tx.insertInto('help_requests').values(chunk).execute();
}
