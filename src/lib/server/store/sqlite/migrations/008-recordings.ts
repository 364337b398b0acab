import type { Migration } from '../../migration';

/** Texts of a framework as somebody spoke them. The files lie in a folder beside, named by their hash. */
export const recordings: Migration = {
  version: 8,
  name: 'recordings',
  sql: `
    CREATE TABLE recordings (
      programme_id TEXT NOT NULL REFERENCES programmes (programme_id),
      locale TEXT NOT NULL,
      audience TEXT NOT NULL,
      text_key TEXT NOT NULL,
      text TEXT NOT NULL,
      sha256 TEXT NOT NULL,
      mime TEXT NOT NULL,
      bytes INTEGER NOT NULL,
      at TEXT NOT NULL,
      PRIMARY KEY (programme_id, locale, audience, text_key)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX recordings_by_file ON recordings (programme_id, sha256);
  `,
};
