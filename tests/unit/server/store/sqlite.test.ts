import { copyFileSync, mkdtempSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, describe, expect, it } from 'vitest';
import { erasedAmong } from '$lib/server/store/sql/erasures';
import { openSqliteFile, scalars } from '$lib/server/store/sqlite/driver';
import { lockFolder } from '$lib/server/store/sqlite/lock';
import { migrate } from '$lib/server/store/sqlite/migrate';
import { openSqliteInMemory, openSqliteStore } from '$lib/server/store/sqlite/open';
import { FRAMEWORK, withSheffield } from '../../../fixtures/programmes';
import { aStory, accepted, idNumber } from '../../../fixtures/stories';
import { storeContract } from './store-contract';
import { withdrawalContract } from './withdrawal-contract';

const NOW = new Date('2026-11-23T08:00:00.000Z');
const folders: string[] = [];

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'sheaf-store-'));
  folders.push(folder);
  return folder;
}

function opened(folder: string) {
  const result = openSqliteStore(folder, NOW);
  if (result.kind !== 'opened') throw new Error(result.kind);
  return result;
}

function flipByte(path: string, at: number): void {
  turnBit(path, at, 0);
}

function turnBit(path: string, at: number, bit: number): void {
  const bytes = readFileSync(path);
  bytes[at] = (bytes[at] ?? 0) ^ (1 << bit);
  writeFileSync(path, bytes);
}

/** A database that was closed with one story in it. */
async function left(text: string) {
  const folder = newFolder();
  const { store } = opened(folder);
  await withSheffield(store);
  const story = await accepted(aStory({ text }));
  await store.acceptStories([story], NOW);
  await store.close();
  return { folder, path: join(folder, 'sheaf.db'), story };
}

/** Every place where a text lies: pages keep what they no longer use. */
function placesOf(path: string, text: string): number[] {
  return [...readFileSync(path, 'latin1').matchAll(new RegExp(text, 'g'))].map(({ index }) => index);
}

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

storeContract('SQLite', () => Promise.resolve(opened(newFolder()).store));
withdrawalContract('SQLite', () => Promise.resolve(opened(newFolder()).store));

describe('the SQLite engine', () => {
  it('writes ahead and flushes every commit to the disk', async () => {
    const { store, accounts } = opened(newFolder());
    const { rows } = await sql<{ synchronous: number }>`pragma synchronous`.execute(accounts.db);
    expect(rows).toEqual([{ synchronous: 2 }]);
    expect((await sql<object>`pragma journal_mode`.execute(accounts.db)).rows).toEqual([{ journal_mode: 'wal' }]);
    expect((await sql<object>`pragma foreign_keys`.execute(accounts.db)).rows).toEqual([{ foreign_keys: 1 }]);
    await store.close();
  });

  it('finds everything again after it was closed, in the same epoch', async () => {
    const folder = newFolder();
    const before = opened(folder);
    await withSheffield(before.store);
    await before.store.acceptStories([await accepted(aStory())], NOW);
    const epoch = await before.store.epoch();
    await before.store.close();
    const after = opened(folder);
    expect(await after.store.epoch()).toBe(epoch);
    expect(await after.store.countStories('sheffield-send')).toBe(1);
    await after.store.close();
  });

  it('says that the disk is full, keeps what it has, and goes on when there is room again', async () => {
    const { store, accounts } = opened(newFolder());
    await withSheffield(store);
    await store.acceptStories([await accepted(aStory({ id: idNumber(0) }))], NOW);
    const { rows } = await sql<{ page_count: number }>`pragma page_count`.execute(accounts.db);
    const limit = (pages: number) => sql`pragma max_page_count = ${sql.raw(String(pages))}`.execute(accounts.db);
    await limit((rows[0]?.page_count ?? 0) + 2);
    // One story: only then does SQLite roll the transaction back by itself.
    const batch = [await accepted(aStory({ id: idNumber(1), text: 'a'.repeat(20_000) }))];
    await expect(store.acceptStories(batch, NOW)).rejects.toMatchObject({ kind: 'storage_full' });
    expect(await store.countStories('sheffield-send')).toBe(1);
    await limit(1_000_000);
    expect((await store.acceptStories(batch, NOW)).map(({ outcome }) => outcome)).toEqual(['stored']);
    await store.close();
  });

  it('says that it cannot be reached while somebody else holds its file, and goes on when that is over', async () => {
    const folder = newFolder();
    const { store, accounts } = opened(folder);
    await withSheffield(store);
    await sql`pragma busy_timeout = 10`.execute(accounts.db);
    const other = openSqliteFile(join(folder, 'sheaf.db'), 0);
    other.exec('BEGIN IMMEDIATE');
    const batch = [await accepted(aStory())];
    await expect(store.acceptStories(batch, NOW)).rejects.toMatchObject({ kind: 'store_unavailable' });
    expect(await store.countStories('sheffield-send')).toBe(0);
    other.rollBack();
    other.close();
    expect(await store.acceptStories(batch, NOW)).toMatchObject([{ outcome: 'stored' }]);
    await store.close();
  });

  it('leaves a whole database in one file when it is closed', async () => {
    const folder = newFolder();
    const { store } = opened(folder);
    await withSheffield(store);
    await store.close();
    const copy = newFolder();
    copyFileSync(join(folder, 'sheaf.db'), join(copy, 'sheaf.db'));
    const { store: copied } = opened(copy);
    expect(await copied.programme('sheffield-send')).not.toBeNull();
    await copied.close();
  });

  it('keeps the database from other users of the machine', async () => {
    const folder = newFolder();
    const { store } = opened(folder);
    await store.epoch();
    for (const name of ['sheaf.db', 'sheaf.db-wal']) expect(statSync(join(folder, name)).mode & 0o077).toBe(0);
    await store.close();
  });

  /** The folder as it is while its server runs: what a killed server leaves. */
  async function leftBehind(stories: number): Promise<{ folder: string; epoch: string }> {
    const there = newFolder();
    const { store } = opened(there);
    await withSheffield(store);
    const epoch = await store.epoch();
    for (let n = 1; n <= stories; n += 1) await store.acceptStories([await accepted(aStory({ id: idNumber(n) }))], NOW);
    const folder = newFolder();
    for (const name of ['sheaf.db', 'sheaf.db-wal', 'sheaf.commits']) {
      copyFileSync(join(there, name), join(folder, name));
    }
    await store.close();
    return { folder, epoch };
  }

  it('finds every commit of a server that was killed, in the same epoch', async () => {
    const { folder, epoch } = await leftBehind(3);
    const { store, missingCommits } = opened(folder);
    expect(missingCommits).toBe(0);
    expect(await store.epoch()).toBe(epoch);
    expect(await store.countStories('sheffield-send')).toBe(3);
    await store.close();
  });

  it.each([
    ['cut off', (wal: string) => truncateSync(wal, statSync(wal).size - 100)],
    ['damaged', (wal: string) => flipByte(wal, statSync(wal).size - 2000)],
    ['gone', (wal: string) => rmSync(wal)],
  ])('notices that the end of its log is %s, and asks devices to offer again by a new epoch', async (_, damage) => {
    const { folder, epoch } = await leftBehind(3);
    damage(join(folder, 'sheaf.db-wal'));
    const first = opened(folder);
    expect(first.missingCommits).toBeGreaterThan(0);
    const after = await first.store.epoch();
    expect(after).not.toBe(epoch);
    await first.store.close();
    const again = opened(folder);
    expect(again.missingCommits).toBe(0);
    expect(await again.store.epoch()).toBe(after);
    await again.store.close();
  });

  it('refuses to serve from a file in which a page is gone, and changes nothing', async () => {
    const folder = newFolder();
    const { store } = opened(folder);
    await withSheffield(store);
    await store.close();
    const path = join(folder, 'sheaf.db');
    const bytes = readFileSync(path);
    bytes.fill(0, 4096, 8192);
    writeFileSync(path, bytes);
    expect(openSqliteStore(folder, NOW)).toMatchObject({ kind: 'database_damaged' });
    expect(readFileSync(path).equals(bytes)).toBe(true);
  });

  it('refuses to serve where a text is none any more, which would end the process when it is read', async () => {
    const { folder, path } = await left('The bus was late.');
    for (const at of placesOf(path, 'The bus was late.')) turnBit(path, at, 7);
    expect(openSqliteStore(folder, NOW)).toMatchObject({
      kind: 'database_damaged',
      found: expect.stringContaining('stories.body') as string,
    });
  });

  it.each([
    ['that it cannot be parsed', '"version":3', 8],
    ['that it can be parsed all the same', '"version":3', 10],
  ])('shows nobody a framework of which a bit was turned so %s', async (_, text, offset) => {
    const { folder, path } = await left('The bus was late.');
    const places = placesOf(path, text);
    expect(places).not.toEqual([]);
    for (const at of places) turnBit(path, at + offset, 0);
    const again = opened(folder);
    await expect(again.store.framework(FRAMEWORK)).rejects.toMatchObject({
      code: 'ROW_DAMAGED',
      place: 'frameworks sheffield-send 3',
    });
    await again.store.close();
  });

  it('shows nobody a story that is not what arrived', async () => {
    const { folder, path } = await left('The bus was late.');
    for (const at of placesOf(path, 'The bus was late.')) flipByte(path, at);
    const again = opened(folder);
    const damaged = { code: 'ROW_DAMAGED' };
    await expect(again.store.story('sheffield-send', idNumber(1))).rejects.toMatchObject(damaged);
    await expect(again.store.storiesOf('sheffield-send', 0, 10)).rejects.toMatchObject(damaged);
    await again.store.close();
  });

  it('takes a story for what arrived where only its hash was damaged, so that its device does not hear that it was refused', async () => {
    const folder = newFolder();
    const { store } = opened(folder);
    await withSheffield(store);
    const story = await accepted(aStory({ text: 'The bus was late.' }));
    await store.acceptStories([story], NOW);
    await store.close();
    const path = join(folder, 'sheaf.db');
    for (const at of placesOf(path, story.hash)) flipByte(path, at);
    const again = opened(folder);
    await expect(again.store.story('sheffield-send', idNumber(1))).rejects.toMatchObject({ code: 'ROW_DAMAGED' });
    expect(await again.store.acceptStories([story], NOW)).toEqual([{ id: idNumber(1), outcome: 'already' }]);
    expect((await again.store.story('sheffield-send', idNumber(1)))?.story.text).toBe('The bus was late.');
    // Other words under its number are refused as before.
    const other = await accepted(aStory({ text: 'Something else.' }));
    expect(await again.store.acceptStories([other], NOW)).toMatchObject([{ outcome: 'refused' }]);
    await again.store.close();
  });

  it.each([
    ['and does not parse any more', '"text":"The bus was late."', 6],
    ['and parses all the same', 'The bus was late.', 4],
  ])('puts right a story of which a bit was turned %s, when its device offers it again', async (_, text, offset) => {
    const { folder, path, story } = await left('The bus was late.');
    const places = placesOf(path, text);
    expect(places).not.toEqual([]);
    for (const at of places) turnBit(path, at + offset, 0);
    const again = opened(folder);
    await expect(again.store.story('sheffield-send', story.story.id)).rejects.toMatchObject({ code: 'ROW_DAMAGED' });
    const revision = await again.store.revision('sheffield-send');
    expect(await again.store.acceptStories([story], NOW)).toEqual([{ id: story.story.id, outcome: 'already' }]);
    expect((await again.store.story('sheffield-send', story.story.id))?.story.text).toBe('The bus was late.');
    // What analysts count is made anew from it, once.
    const mended = await again.store.revision('sheffield-send');
    expect(mended).not.toBe(revision);
    expect(await again.store.acceptStories([story], NOW)).toEqual([{ id: story.story.id, outcome: 'already' }]);
    expect(await again.store.revision('sheffield-send')).toBe(mended);
    await again.store.close();
  });

  it('refuses a second server on the same folder until the first has let go', async () => {
    const folder = newFolder();
    const { store } = opened(folder);
    expect(openSqliteStore(folder, NOW).kind).toBe('folder_in_use');
    await store.close();
    const again = opened(folder);
    expect(lockFolder(folder)).toBeNull();
    await again.store.close();
  });

  it('refuses a database that a newer version wrote, and leaves it untouched', async () => {
    const folder = newFolder();
    await opened(folder).store.close();
    const file = openSqliteFile(join(folder, 'sheaf.db'), 0);
    file.exec("INSERT INTO schema_version VALUES (1000, 'later', '2030-01-01T00:00:00.000Z')");
    file.close();
    expect(openSqliteStore(folder, NOW)).toMatchObject({ kind: 'newer_database', found: 1000 });
    expect(lockFolder(folder)).not.toBeNull();
  });

  it('takes every step that it has not taken, also one that came between two others', () => {
    const file = openSqliteFile(':memory:', 0);
    const step = (version: number) => ({ version, name: 'step', sql: `CREATE TABLE step_${version} (x)` });
    expect(migrate(file, [step(1), step(3)], NOW)).toEqual({ kind: 'migrated', version: 3 });
    expect(migrate(file, [step(1), step(2), step(3)], NOW)).toEqual({ kind: 'migrated', version: 3 });
    expect(file.value("SELECT group_concat(name) FROM sqlite_schema WHERE name LIKE 'step%'")).toBe(
      'step_1,step_3,step_2',
    );
    expect(migrate(file, [step(1)], NOW)).toEqual({ kind: 'newer', found: 3, known: 1 });
    file.close();
  });

  it('says so when the file is not a database', async () => {
    const { writeFileSync } = await import('node:fs');
    const folder = newFolder();
    writeFileSync(join(folder, 'sheaf.db'), 'This is a text, not a database. '.repeat(100));
    expect(openSqliteStore(folder, NOW).kind).toBe('not_a_database');
  });

  it('says so when the folder cannot be written', () => {
    expect(openSqliteStore('/dev/null/sheaf', NOW)).toMatchObject({ kind: 'folder_not_writable', reason: 'ENOTDIR' });
  });

  it('refuses to change or remove an audit entry, and notices when somebody did so behind its back', async () => {
    const { store, accounts } = opened(newFolder());
    for (const action of ['one', 'two', 'three']) {
      await store.appendAudit({ at: NOW, actor: 'cli', action, programme: null, subject: null });
    }
    await expect(sql`update audit set action = 'other'`.execute(accounts.db)).rejects.toThrow(/never changed/);
    await expect(sql`delete from audit`.execute(accounts.db)).rejects.toThrow(/never removed/);
    await sql`drop trigger audit_never_changed`.execute(accounts.db);
    await sql`update audit set action = 'other' where seq = 2`.execute(accounts.db);
    expect(await store.verifyAudit()).toEqual({ kind: 'broken', entry: 2 });
    await store.close();
  });

  it('opens in memory for tests', async () => {
    const result = openSqliteInMemory(NOW);
    expect(result.kind).toBe('opened');
    if (result.kind === 'opened') await result.store.close();
  });

  it.each([[{ a: 1 }], [undefined], [Number.NaN], [true], [[1]], [new Date()], [() => 1]])(
    'refuses a parameter that would end the process: %s',
    (parameter) => {
      expect(() => scalars([parameter])).toThrow(TypeError);
    },
  );
});

it('looks among more numbers than SQLite takes values, as an import may have', async () => {
  const { store, accounts } = opened(newFolder());
  const erasure = { programme: 'one', why: 'closure', actor: 'cli', at: NOW } as const;
  await store.eraseStories({ ...erasure, stories: ['32999'] });
  const many = Array.from({ length: 33_000 }, (_, n) => String(n));
  expect(await erasedAmong(accounts.db, 'one', many)).toEqual(new Set(['32999']));
  await store.close();
});
