import type { Migration } from '../../migration';

/**
 * Every story and every file has a random key of 256 bits (hex), by which it is sealed in backups and which goes with its
 * row. PostgreSQL draws strong random bytes for UUIDs without an extension: three of them hold 366 bits.
 */
export const contentKeys: Migration = {
  version: 10,
  name: 'content-keys',
  sql: `
    CREATE FUNCTION drawn_key() RETURNS text LANGUAGE sql VOLATILE AS $drawn$
      SELECT encode(sha256((gen_random_uuid()::text || gen_random_uuid()::text || gen_random_uuid()::text)::bytea), 'hex')
    $drawn$;
    ALTER TABLE stories ADD COLUMN content_key plain;
    ALTER TABLE media ADD COLUMN content_key plain;
    UPDATE stories SET content_key = drawn_key();
    UPDATE media SET content_key = drawn_key();
    DROP FUNCTION drawn_key();
  `,
};
