import type { Migration } from '../../migration';

/**
 * Files of stories: what has arrived, and which stories name what. Either may come first, so neither refers to the
 * other. A link goes with its story; a file that no link names any more is removed by the tidying.
 */
export const media: Migration = {
  version: 5,
  name: 'media',
  sql: `
    CREATE TABLE media (
      programme_id TEXT NOT NULL REFERENCES programmes (programme_id),
      sha256 TEXT NOT NULL,
      kind TEXT NOT NULL,
      mime TEXT NOT NULL,
      bytes INTEGER NOT NULL,
      collector TEXT NOT NULL,
      received_at TEXT NOT NULL,
      PRIMARY KEY (programme_id, sha256)
    ) STRICT;
    CREATE INDEX media_by_hash ON media (sha256);
    CREATE INDEX media_by_collector ON media (programme_id, collector);

    CREATE TABLE story_media (
      programme_id TEXT NOT NULL,
      sha256 TEXT NOT NULL,
      story_id TEXT NOT NULL,
      PRIMARY KEY (programme_id, sha256, story_id),
      FOREIGN KEY (programme_id, story_id) REFERENCES stories (programme_id, id) ON DELETE CASCADE
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX story_media_by_story ON story_media (programme_id, story_id);

    INSERT OR IGNORE INTO story_media (programme_id, sha256, story_id)
      SELECT stories.programme_id, json_extract(file.value, '$.sha256'), stories.id
      FROM stories, json_each(stories.body, '$.media') AS file;
  `,
};
