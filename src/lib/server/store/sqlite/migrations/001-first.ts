import type { Migration } from '../../migration';

/**
 * Tables lead with `programme_id` (the slug), so that they can be sharded by it. Times are ISO 8601 in UTC, as text:
 * they sort, and mean the same in every engine.
 */
export const first: Migration = {
  version: 1,
  name: 'first',
  sql: `
    CREATE TABLE meta (
      key TEXT PRIMARY KEY,
      value TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE frameworks (
      id TEXT NOT NULL,
      version INTEGER NOT NULL,
      hash TEXT NOT NULL,
      body TEXT NOT NULL,
      PRIMARY KEY (id, version)
    ) STRICT;

    CREATE TABLE programmes (
      programme_id TEXT PRIMARY KEY,
      body TEXT NOT NULL,
      revision INTEGER NOT NULL DEFAULT 0
    ) STRICT;

    CREATE TABLE collectors (
      programme_id TEXT NOT NULL REFERENCES programmes (programme_id),
      code TEXT NOT NULL PRIMARY KEY,
      body TEXT NOT NULL
    ) STRICT;
    CREATE INDEX collectors_by_programme ON collectors (programme_id, code);

    CREATE TABLE capture_tokens (
      token_hash TEXT NOT NULL PRIMARY KEY,
      collector TEXT NOT NULL REFERENCES collectors (code),
      made_at TEXT NOT NULL
    ) STRICT;

    CREATE TABLE stories (
      programme_id TEXT NOT NULL REFERENCES programmes (programme_id),
      serial INTEGER PRIMARY KEY AUTOINCREMENT,
      id TEXT NOT NULL,
      collector TEXT NOT NULL,
      hash TEXT NOT NULL,
      receipt TEXT,
      received_at TEXT NOT NULL,
      reading TEXT NOT NULL DEFAULT 'unread',
      body TEXT NOT NULL,
      UNIQUE (programme_id, id)
    ) STRICT;
    CREATE INDEX stories_by_programme ON stories (programme_id, serial);
    CREATE INDEX stories_by_collector ON stories (programme_id, collector, serial);
    CREATE INDEX stories_waiting ON stories (programme_id, serial) WHERE reading <> 'clear';

    CREATE TABLE help_requests (
      programme_id TEXT NOT NULL,
      story_id TEXT NOT NULL,
      wanted INTEGER NOT NULL,
      contact TEXT,
      PRIMARY KEY (programme_id, story_id),
      FOREIGN KEY (programme_id, story_id) REFERENCES stories (programme_id, id)
    ) STRICT;

    CREATE TABLE readings (
      programme_id TEXT NOT NULL,
      seq INTEGER PRIMARY KEY AUTOINCREMENT,
      story_id TEXT NOT NULL,
      outcome TEXT NOT NULL,
      reader TEXT NOT NULL,
      at TEXT NOT NULL,
      note TEXT,
      FOREIGN KEY (programme_id, story_id) REFERENCES stories (programme_id, id)
    ) STRICT;
    CREATE INDEX readings_by_story ON readings (programme_id, story_id, seq);

    CREATE TABLE members (
      programme_id TEXT NOT NULL REFERENCES programmes (programme_id),
      user_id TEXT NOT NULL,
      role TEXT NOT NULL,
      PRIMARY KEY (programme_id, user_id, role)
    ) STRICT;
    CREATE INDEX members_by_user ON members (user_id, programme_id);

    CREATE TABLE invitations (
      programme_id TEXT NOT NULL REFERENCES programmes (programme_id),
      token_hash TEXT NOT NULL PRIMARY KEY,
      roles TEXT NOT NULL,
      expires_at TEXT NOT NULL,
      used_at TEXT
    ) STRICT;

    CREATE TABLE audit (
      programme_id TEXT,
      seq INTEGER PRIMARY KEY AUTOINCREMENT,
      at TEXT NOT NULL,
      actor TEXT NOT NULL,
      action TEXT NOT NULL,
      subject TEXT,
      previous TEXT NOT NULL,
      hash TEXT NOT NULL
    ) STRICT;
    CREATE INDEX audit_by_programme ON audit (programme_id, seq);
    CREATE TRIGGER audit_never_changed BEFORE UPDATE ON audit
      BEGIN SELECT RAISE(ABORT, 'audit entries are never changed'); END;
    CREATE TRIGGER audit_never_removed BEFORE DELETE ON audit
      BEGIN SELECT RAISE(ABORT, 'audit entries are never removed'); END;
  `,
};
