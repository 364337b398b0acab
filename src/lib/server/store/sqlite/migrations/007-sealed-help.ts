import type { Migration } from '../../migration';

/**
 * How to reach somebody is kept sealed to the safeguarding role; what came before stays as it was, in `contact`. Calls
 * for help come without a story.
 */
export const sealedHelp: Migration = {
  version: 7,
  name: 'sealed-help',
  sql: `
    ALTER TABLE help_requests ADD COLUMN sealed TEXT;

    CREATE TABLE help_calls (
      programme_id TEXT NOT NULL REFERENCES programmes (programme_id),
      id TEXT NOT NULL,
      at TEXT NOT NULL,
      audience TEXT NOT NULL,
      sealed TEXT NOT NULL,
      answered_at TEXT,
      answered_by TEXT,
      PRIMARY KEY (programme_id, id)
    ) STRICT;
  `,
};
