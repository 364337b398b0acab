import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Arrival } from './arrivals';
import { chunksOf, groupedBy } from './chunks';
import type { Tables } from './tables';

/** A push holds as many. SQLite takes a condition of 1,000 parts at most, and each row is held against each part. */
const TOGETHER = 50;

/**
 * Those of the stories that come again of which the disk damaged what is kept: beside the same hash lie other words. The
 * texts are held against each other by the database: reading one that is no longer UTF-8 ends the process.
 */
export async function damagedBodies(tx: Kysely<Tables>, again: readonly Arrival[]): Promise<Arrival[]> {
  const damaged: Arrival[] = [];
  for (const [programme, its] of groupedBy(again.filter(hasItsHash), ({ story }) => story.programme)) {
    for (const chunk of chunksOf(its, TOGETHER)) {
      const rows = await tx
        .selectFrom('stories')
        .select('id')
        .where('programme_id', '=', programme)
        .where(
          'id',
          'in',
          chunk.map(({ story }) => story.id),
        )
        .where((of) =>
          of.or(
            chunk.map(({ story, hash, body }) =>
              of.and([of('id', '=', story.id), of('hash', '=', hash), of('body', '<>', body)]),
            ),
          ),
        )
        .execute();
      const ids = new Set(rows.map(({ id }) => id));
      damaged.push(...chunk.filter(({ story }) => ids.has(story.id)));
    }
  }
  return damaged;
}

/** Whether the hash of what comes is that of the text that is kept of it. */
export function hasItsHash({ body, hash }: Arrival): boolean {
  return createHash('sha256').update(body).digest('hex') === hash;
}
