import type { Migration } from '../../migration';

/** As in SQLite: tombstones by the number of a story, referring to no other table. */
export const erasures: Migration = {
  version: 11,
  name: 'erasures',
  sql: `
    CREATE TABLE erasures (
      programme_id plain NOT NULL,
      story_id plain NOT NULL,
      why plain NOT NULL,
      at plain NOT NULL,
      PRIMARY KEY (programme_id, story_id)
    );
    CREATE INDEX stories_by_arrival ON stories (programme_id, received_at);
  `,
};
