import type { Services } from '../services';

const OF_STORIES = ['help_requests', 'readings', 'restricted_copies', 'story_media'] as const;

/** Rows that belong to a story that is not there, and stories that were taken back and are. */
export async function* orphanFindings({ accounts: { db } }: Services): AsyncGenerator<string> {
  for (const table of OF_STORIES) {
    const rows = await db
      .selectFrom(table)
      .select([`${table}.programme_id as programme`, `${table}.story_id as story`])
      .where((row) =>
        row.not(
          row.exists(
            row
              .selectFrom('stories')
              .select('stories.id')
              .whereRef('stories.programme_id', '=', `${table}.programme_id`)
              .whereRef('stories.id', '=', `${table}.story_id`),
          ),
        ),
      )
      .execute();
    for (const { programme, story } of rows)
      yield `${table}: a row of the story ${story} of ${programme}, which is not there`;
  }
  const taken = await db
    .selectFrom('withdrawals')
    .innerJoin('stories', (join) =>
      join
        .onRef('stories.programme_id', '=', 'withdrawals.programme_id')
        .on((row) =>
          row.or([
            row('stories.receipt', '=', row.ref('withdrawals.receipt')),
            row('stories.id', '=', row.ref('withdrawals.story_id')),
          ]),
        ),
    )
    .select(['stories.programme_id', 'stories.id'])
    // A copy stays while a concern is open.
    .where('stories.withdrawn_at', 'is', null)
    .execute();
  for (const { programme_id, id } of taken)
    yield `story ${id} of ${programme_id}: it was taken back and is still there`;
}
