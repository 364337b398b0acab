import type { Migration } from '../../migration';

/**
 * Stories that their tellers took back, changed or shared less. A tombstone names the receipt, which is known before the
 * story is: it may wait for a story that has not arrived. It refers to no other table, so that it can be laid into a
 * database that was restored from before its programme. `restricted_copies` holds the words of an earlier revision only
 * where a concern was open when the teller changed them.
 */
export const withdrawals: Migration = {
  version: 9,
  name: 'withdrawals',
  sql: `
    CREATE TABLE withdrawals (
      programme_id TEXT NOT NULL,
      receipt TEXT NOT NULL,
      story_id TEXT,
      at TEXT NOT NULL,
      PRIMARY KEY (programme_id, receipt)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX withdrawals_by_story ON withdrawals (programme_id, story_id) WHERE story_id IS NOT NULL;

    CREATE TABLE restricted_copies (
      programme_id TEXT NOT NULL,
      story_id TEXT NOT NULL,
      revision INTEGER NOT NULL,
      body TEXT NOT NULL,
      kept_at TEXT NOT NULL,
      PRIMARY KEY (programme_id, story_id, revision),
      FOREIGN KEY (programme_id, story_id) REFERENCES stories (programme_id, id)
    ) STRICT, WITHOUT ROWID;

    ALTER TABLE stories ADD COLUMN revision INTEGER NOT NULL DEFAULT 1;
    ALTER TABLE stories ADD COLUMN read_revision INTEGER;
    ALTER TABLE stories ADD COLUMN amended_at TEXT;
    ALTER TABLE stories ADD COLUMN lowered TEXT;
    ALTER TABLE stories ADD COLUMN withdrawn_at TEXT;
    UPDATE stories SET revision = json_extract(body, '$.revision');
    UPDATE stories SET read_revision = revision WHERE reading <> 'unread';
    CREATE INDEX stories_by_receipt ON stories (programme_id, receipt) WHERE receipt IS NOT NULL;
  `,
};
