import type { Kysely } from 'kysely';
import { releaseFiles } from './story-files';
import type { Tables } from './tables';

/**
 * Deletes a story and everything that hangs on it: the one place that knows what that is. A table that comes to hold
 * something of a story is added here, before `stories`, to which all of them refer.
 */
export async function forgetStory(tx: Kysely<Tables>, programme: string, id: string): Promise<void> {
  for (const table of ['restricted_copies', 'help_requests', 'readings'] as const) {
    await tx.deleteFrom(table).where('programme_id', '=', programme).where('story_id', '=', id).execute();
  }
  await releaseFiles(tx, programme, id);
  await tx.deleteFrom('stories').where('programme_id', '=', programme).where('id', '=', id).execute();
}
