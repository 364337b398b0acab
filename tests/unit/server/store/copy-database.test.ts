import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, describe, expect, it } from 'vitest';
import { createAuth } from '$lib/server/access/auth';
import { moveToPostgres } from '$lib/server/move/move-to-postgres';
import { openServices } from '$lib/server/open-services';
import { readSettings } from '$lib/server/settings';
import { openSqliteInMemory, openSqliteStore } from '$lib/server/store/sqlite/open';
import { copyDatabase } from '$lib/server/store/transfer/copy-database';
import { fillDatabase } from '$lib/server/store/transfer/fill-database';
import { TABLE_SHAPES } from '$lib/server/store/transfer/tables';
import { PROGRAMME, fillInstallation, receiptNumber } from '../../../fixtures/installation';
import { newDatabase, newPostgres, openPostgres } from '../../../fixtures/postgres';
import { aStory, accepted, idNumber } from '../../../fixtures/stories';

const NOW = new Date('2026-11-23T08:00:00.000Z');
const STORIES = 603;
const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'sheaf-copy-'));
  folders.push(folder);
  return folder;
}

function embedded(folder: string) {
  const opened = openSqliteStore(folder, NOW);
  if (opened.kind !== 'opened') throw new Error(opened.kind);
  return opened;
}

describe('a database that is copied', () => {
  it('goes from one engine to the other and back, with every table, counter, session and chain', async () => {
    const first = embedded(newFolder());
    await fillInstallation(first, STORIES);
    const middle = await newPostgres(NOW);
    const last = embedded(newFolder());
    const there = await copyDatabase(first, middle);
    const back = await copyDatabase(middle, last);
    if (there.kind !== 'filled' || back.kind !== 'filled') throw new Error('not empty');
    const { meta: _, ...tallies } = there.value;
    expect(back.value).toMatchObject(tallies);
    for (const { name } of TABLE_SHAPES) expect(there.value[name]?.rows, name).toBeGreaterThan(0);
    expect(there.value['stories']?.rows).toBe(STORIES - 1);

    const epochs = await Promise.all([first, middle, last].map(({ store }) => store.epoch()));
    expect(new Set(epochs).size).toBe(3);
    for (const { store, accounts } of [middle, last]) {
      expect((await store.verifyAudit()).kind).toBe('whole');
      expect((await store.story(PROGRAMME, idNumber(1)))?.help?.contact).toBe('a note by the gate');
      await store.acceptStories([await accepted(aStory({ id: idNumber(9999) }))], NOW);
      // The serial of the story that was taken back is not given again.
      expect((await store.story(PROGRAMME, idNumber(9999)))?.serial).toBe(STORIES + 1);
      const taken = await accepted(aStory({ id: idNumber(STORIES) }), { receipt: receiptNumber(STORIES) });
      expect(await store.acceptStories([taken], NOW)).toMatchObject([{ reason: { kind: 'withdrawn' } }]);
      const auth = createAuth({ accounts, secret: 's'.repeat(32), secure: false, onFault: () => undefined });
      const { rows } = await sql<{ token: string }>`SELECT token FROM staff_session`.execute(accounts.db);
      const session = await (await auth.$context).internalAdapter.findSession(rows[0]?.token ?? '');
      expect(session).toMatchObject({ user: { email: 'reader@example.org', emailVerified: true } });
      expect(session?.session.expiresAt).toBeInstanceOf(Date);
    }
    await Promise.all([first, middle, last].map(({ store }) => store.close()));
  }, 60_000);

  it.each(['sqlite', 'postgres'] as const)('reads one state of %s while stories arrive', async (engine) => {
    const { store, oneState, accounts } = engine === 'sqlite' ? embedded(newFolder()) : await newPostgres(NOW);
    await fillInstallation({ store, accounts }, 3);
    const counts = await oneState(async (db) => {
      const count = async () => (await sql<{ n: number }>`SELECT count(*) AS n FROM stories`.execute(db)).rows[0]?.n;
      const before = await count();
      await store.acceptStories([await accepted(aStory({ id: idNumber(77) }))], NOW);
      await store.withdraw({ programme: PROGRAMME, receipt: receiptNumber(2), at: NOW });
      return [before, await count(), await store.countStories(PROGRAMME)];
    });
    expect(counts).toEqual([2, 2, 2]);
    expect(await store.story(PROGRAMME, idNumber(77))).not.toBeNull();
    await expect(oneState((db) => sql`DELETE FROM stories`.execute(db))).rejects.toThrow();
    await store.close();
  });

  it.each(['sqlite', 'postgres'] as const)('is never laid over one that holds something (%s)', async (engine) => {
    const opened = engine === 'sqlite' ? openSqliteInMemory(NOW) : await newPostgres(NOW);
    if (opened.kind !== 'opened') throw new Error(opened.kind);
    await fillInstallation(opened, 2);
    const source = embedded(newFolder());
    expect(await copyDatabase(source, opened)).toEqual({ kind: 'not_empty', table: 'frameworks' });
    expect(await opened.store.countStories(PROGRAMME)).toBe(1);
    await Promise.all([source, opened].map(({ store }) => store.close()));
  });

  it.each(['sqlite', 'postgres'] as const)('says that it is unfinished when it was cut off (%s)', async (engine) => {
    const data = newFolder();
    const url = engine === 'postgres' ? await newDatabase() : '';
    const open = () => (engine === 'sqlite' ? Promise.resolve(embedded(data)) : openPostgres(url, NOW));
    const source = embedded(newFolder());
    await fillInstallation(source, 4);
    const cut = await open();
    const cutting = fillDatabase(cut.accounts, async ({ insert }) => {
      for (const shape of TABLE_SHAPES.slice(0, 3)) await insert(shape, [{ ...aRow(shape.columns) }]);
      throw new Error('cut off');
    });
    await expect(cutting).rejects.toThrow('cut off');
    await cut.store.close();
    const read = readSettings({ SHEAF_DATA: data, DATABASE_URL: url, LOG_LEVEL: 'silent' });
    if (read.kind !== 'settings') throw new Error(read.message);
    expect((await openServices(read.settings)).kind).toBe('unfinished');
    const again = await open();
    expect((await copyDatabase(source, again)).kind).toBe('filled');
    await Promise.all([again, source].map(({ store }) => store.close()));
    const served = await openServices(read.settings);
    expect(served.kind).toBe('opened');
    if (served.kind === 'opened') await served.services.store.close();
  });
});

function aRow(columns: Readonly<Record<string, string>>) {
  return Object.fromEntries(Object.entries(columns).map(([column, kind]) => [column, kind === 'integer' ? 1 : 'x']));
}

describe('an embedded installation', () => {
  it('moves to PostgreSQL, and stays as it was', async () => {
    const data = newFolder();
    const here = embedded(data);
    await fillInstallation(here, 12);
    const url = await newDatabase();
    expect(await moveToPostgres({ data, keyFile: null }, url, NOW)).toMatchObject({
      kind: 'refused',
      message: expect.stringContaining('Another Sheaf server') as string, // stands for the text
    });
    await here.store.close();
    const before = readFileSync(join(data, 'sheaf.db'));
    expect(await moveToPostgres({ data, keyFile: null }, url, NOW)).toMatchObject({
      kind: 'moved',
      stories: 11,
      tables: TABLE_SHAPES.length,
    });
    expect(readFileSync(join(data, 'sheaf.db')).equals(before)).toBe(true);
    const moved = await openPostgres(url, NOW);
    expect(await moved.store.countStories(PROGRAMME)).toBe(11);
    await moved.store.close();
    expect(await moveToPostgres({ data, keyFile: null }, url, NOW)).toMatchObject({
      kind: 'refused',
      message: expect.stringContaining('is not empty') as string, // stands for the text
    });
    expect((await moveToPostgres({ data: newFolder(), keyFile: null }, url, NOW)).kind).toBe('refused');
  });
});
