import type { Migration } from '../../migration';

/**
 * Every story and every file has a random key of 256 bits (hex), by which it is sealed in backups and which goes with its
 * row: from then on no older backup can show it. `randomblob` draws from SQLite's own generator, seeded by the system.
 */
export const contentKeys: Migration = {
  version: 10,
  name: 'content-keys',
  sql: `
    ALTER TABLE stories ADD COLUMN content_key TEXT;
    ALTER TABLE media ADD COLUMN content_key TEXT;
    UPDATE stories SET content_key = lower(hex(randomblob(32)));
    UPDATE media SET content_key = lower(hex(randomblob(32)));
  `,
};
