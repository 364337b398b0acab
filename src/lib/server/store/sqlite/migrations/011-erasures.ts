import type { Migration } from '../../migration';

/**
 * Stories that were erased by their number: kept as long as was promised, or of a programme that was closed. Like a
 * withdrawal such a tombstone refers to no other table, so that it can be laid into a database that was restored.
 */
export const erasures: Migration = {
  version: 11,
  name: 'erasures',
  sql: `
    CREATE TABLE erasures (
      programme_id TEXT NOT NULL,
      story_id TEXT NOT NULL,
      why TEXT NOT NULL,
      at TEXT NOT NULL,
      PRIMARY KEY (programme_id, story_id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX stories_by_arrival ON stories (programme_id, received_at);
  `,
};
