import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { migrate as migratePostgres } from '$lib/server/store/postgres/migrate';
import { openPool } from '$lib/server/store/postgres/pool';
import { MIGRATIONS as OF_POSTGRES } from '$lib/server/store/postgres/migrations/all';
import { openSqliteFile } from '$lib/server/store/sqlite/driver';
import { migrate as migrateSqlite } from '$lib/server/store/sqlite/migrate';
import { MIGRATIONS as OF_SQLITE } from '$lib/server/store/sqlite/migrations/all';
import { newFolder, removeFolders } from '../../../fixtures/engines';
import { newDatabase, onPostgres } from '../../../fixtures/postgres';

const NOW = new Date('2026-11-23T08:00:00.000Z');
const BEFORE = 9;
const ROWS = `
  INSERT INTO programmes (programme_id, body) VALUES ('p', '{}');
  INSERT INTO stories (programme_id, id, collector, hash, received_at, body)
    VALUES ('p', '1', 'c', 'h', 't', '{}'), ('p', '2', 'c', 'h', 't', '{}');
  INSERT INTO media (programme_id, sha256, kind, mime, bytes, collector, received_at)
    VALUES ('p', 'a', 'voice', 'audio/webm', 1, 'c', 't'), ('p', 'b', 'voice', 'audio/webm', 1, 'c', 't');`;
const KEYS = 'SELECT content_key FROM stories UNION ALL SELECT content_key FROM media';

afterAll(removeFolders);

function expectFourKeys(keys: readonly unknown[]): void {
  expect(keys).toHaveLength(4);
  expect(new Set(keys).size).toBe(4);
  for (const key of keys) expect(key).toMatch(/^[0-9a-f]{64}$/);
}

describe('stories and files from before there were keys', () => {
  it('each get a key of their own in SQLite', () => {
    const file = openSqliteFile(join(newFolder(), 'sheaf.db'), 0);
    migrateSqlite(
      file,
      OF_SQLITE.filter(({ version }) => version <= BEFORE),
      NOW,
    );
    file.exec(ROWS);
    migrateSqlite(file, OF_SQLITE, NOW);
    const keys = [0, 1, 2, 3].map((n) => file.value(`SELECT content_key FROM (${KEYS}) LIMIT 1 OFFSET ${n}`));
    file.close();
    expectFourKeys(keys);
  });

  it('each get a key of their own in PostgreSQL', async () => {
    const url = await newDatabase();
    const pool = openPool(url);
    const connection = await pool.connect();
    await migratePostgres(
      connection,
      OF_POSTGRES.filter(({ version }) => version <= BEFORE),
      NOW,
    );
    await connection.query(ROWS);
    await migratePostgres(connection, OF_POSTGRES, NOW);
    connection.release();
    await pool.end();
    expectFourKeys((await onPostgres<{ content_key: string }>(KEYS, url)).map(({ content_key }) => content_key));
  });
});
