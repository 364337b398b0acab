import type { Kysely } from 'kysely';
import type { MediaRef } from '../../../domain/story/media-ref';
import type { Tables } from './tables';

/** Which files a story names, whether or not they have arrived. */
export function namedFiles(programme: string, story: string, media: readonly MediaRef[]) {
  // Two equal photos in one story are one file.
  const files = new Set(media.map(({ sha256 }) => sha256));
  return [...files].map((sha256) => ({ programme_id: programme, sha256, story_id: story }));
}

/** Notes which files a changed story names; what is noted already stays. */
export async function nameFiles(
  tx: Kysely<Tables>,
  programme: string,
  story: string,
  media: readonly MediaRef[],
): Promise<void> {
  const files = namedFiles(programme, story, media);
  if (files.length === 0) return;
  await tx
    .insertInto('story_media')
    .values(files)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/**
 * Takes a story's name off all its files but `kept`, and forgets those that no other story of the programme names. Their
 * bytes go after the commit (`releasingFiles`); those that are left by a crash in between are strays, which the tidying removes.
 */
export async function releaseFiles(
  tx: Kysely<Tables>,
  programme: string,
  story: string,
  kept: readonly MediaRef[] = [],
): Promise<void> {
  const stays = new Set(kept.map(({ sha256 }) => sha256));
  const named = await tx
    .selectFrom('story_media')
    .select('sha256')
    .where('programme_id', '=', programme)
    .where('story_id', '=', story)
    .execute();
  for (const { sha256 } of named) {
    if (stays.has(sha256)) continue;
    await tx
      .deleteFrom('story_media')
      .where('programme_id', '=', programme)
      .where('story_id', '=', story)
      .where('sha256', '=', sha256)
      .execute();
    await tx
      .deleteFrom('media')
      .where('programme_id', '=', programme)
      .where('sha256', '=', sha256)
      .where((row) =>
        row.not(
          row.exists(
            row
              .selectFrom('story_media')
              .select('story_id')
              .where('programme_id', '=', programme)
              .where('sha256', '=', sha256),
          ),
        ),
      )
      .execute();
  }
}
