import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seededRandom } from '$lib/analysis/random/seeded-random';
import { openStore } from '$lib/server/store/open';
import { openSqliteFile } from '$lib/server/store/sqlite/driver';
import { migrate } from '$lib/server/store/sqlite/migrate';
import { statementsOf } from '../../../faults/preload/statements.mjs';
import { ENGINES } from '../../../fixtures/engines';
import { olderRows, olderRowsIn, STEPS } from '../../../fixtures/older-database';
import { cuttablePostgres, cuttableSqlite, type Cuttable } from './cut-migration';

const NOW = new Date('2026-11-23T08:00:00.000Z');
const BUILT = resolve('.cache/migrations-test');
const folders: string[] = [];

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'sheaf-migrations-'));
  folders.push(folder);
  return folder;
}

beforeAll(async () => {
  await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    resolve: { alias: { $lib: resolve('src/lib') } },
    build: { ssr: 'tests/fixtures/opening-process.ts', outDir: BUILT, emptyOutDir: true, target: 'node20' },
  });
}, 60_000);
afterAll(() => {
  for (const folder of [...folders, BUILT]) rmSync(folder, { recursive: true, force: true });
});

const newCuttable = (engine: (typeof ENGINES)[number]) =>
  engine === 'sqlite' ? Promise.resolve(cuttableSqlite(newFolder)) : cuttablePostgres();

/** What is there at the end, by the schema and by what is served. */
async function endOf(there: Cuttable): Promise<{ shape: string; rows: unknown }> {
  const opened = await openStore(there.place(), NOW, null);
  if (opened.kind !== 'opened') throw new Error(JSON.stringify(opened));
  const rows = await olderRowsIn(opened);
  await opened.store.close();
  return { shape: await there.shape(), rows };
}

/** The first version with rows in it. */
async function older(engine: (typeof ENGINES)[number]): Promise<Cuttable> {
  const there = await newCuttable(engine);
  await there.migrate(STEPS[engine].slice(0, 1));
  await there.run(await olderRows());
  return there;
}

const undisturbed = async (engine: (typeof ENGINES)[number]) => endOf(await older(engine));

/** Opens the database in a process of its own. @param statement before which it is killed; null = before none */
async function opening(there: Cuttable, statement: number | null) {
  const { data, database } = there.place();
  const env = {
    PATH: process.env['PATH'],
    SHEAF_DATA: data || newFolder(),
    DATABASE_URL: database ?? '',
    LOG_LEVEL: 'silent',
    ...(statement === null ? {} : { SHEAF_FAULT_STATEMENT: String(statement) }),
  };
  const preload = resolve('tests/faults/preload/kill-before.mjs');
  const child = spawn(process.execPath, ['--import', preload, join(BUILT, 'opening-process.js')], { env });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (said += String(text)));
  const [, signal] = (await once(child, 'close')) as [number | null, string | null]; // as documented for the event
  return { said, signal, statements: Number(/statements: (\d+)/.exec(said)?.[1] ?? 0) };
}

describe.each(ENGINES)('the migrations of %s', (engine) => {
  it('cut off before any statement leave what was there, and the next start ends where an undisturbed one does', async () => {
    const there = await newCuttable(engine);
    let cuts = 0;
    for (const [at] of STEPS[engine].entries()) {
      const before = at === 0 ? null : await there.shape();
      for (let statement = 0; !(await there.migrate(STEPS[engine].slice(0, at + 1), statement)); statement += 1) {
        cuts += 1;
        // Before the first step there is not even a list of steps.
        if (before !== null && (await there.shape()) !== before)
          expect.fail(`step ${at}, cut off before statement ${statement}, left something behind`);
      }
      if (at === 0) await there.run(await olderRows());
    }
    const statements = STEPS[engine].reduce((sum, { sql }) => sum + statementsOf(sql).length, 0);
    expect(cuts).toBeGreaterThan(statements + 3 * STEPS[engine].length);
    expect(await endOf(there)).toEqual(await undisturbed(engine));
  }, 120_000);

  it('survive kill -9 of the real process before statements drawn by lot', async () => {
    const random = seededRandom(`migrations/${engine}`);
    const { statements } = await opening(await older(engine), null);
    expect(statements).toBeGreaterThan(5);
    for (let times = 0; times < 2; times += 1) {
      const there = await older(engine);
      expect((await opening(there, 1 + random.below(statements))).signal).toBe('SIGKILL');
      expect(await endOf(there)).toEqual(await undisturbed(engine));
    }
  }, 120_000);

  it('are done once when several processes start at once', async () => {
    const there = await older(engine);
    const said = (await Promise.all([1, 2, 3].map(() => opening(there, null)))).map(
      (one) => /^[a-z_]+$/m.exec(one.said)?.[0],
    );
    // One process holds the folder of the embedded database; the others say so.
    const allowed = engine === 'sqlite' ? ['opened', 'folder_in_use'] : ['opened'];
    for (const one of said) expect(allowed).toContain(one);
    expect(said).toContain('opened');
    expect(await endOf(there)).toEqual(await undisturbed(engine));
  }, 60_000);

  it('of a newer version are refused by an older one, which changes nothing', async () => {
    const there = await newCuttable(engine);
    await there.migrate(STEPS[engine]);
    await there.run(["INSERT INTO schema_version VALUES (1000, 'later', '2030-01-01T00:00:00.000Z')"]);
    const before = await there.shape();
    expect(await openStore(there.place(), NOW, null)).toMatchObject({ kind: 'newer_database', found: 1000 });
    expect(await there.shape()).toBe(before);
  });
});

describe('a migration for which there is no room', () => {
  it('says so, and not what SQLite says of a transaction that it has ended by itself', () => {
    const file = openSqliteFile(join(newFolder(), 'sheaf.db'), 0);
    file.value('PRAGMA max_page_count = 3');
    const large = { version: 1, name: 'large', sql: 'CREATE TABLE t (x); INSERT INTO t VALUES (randomblob(100000));' };
    expect(() => migrate(file, [large], NOW)).toThrow(/migration 1 \(large\) failed: the disk is full/);
    expect(() => migrate(file, [large], NOW)).toThrow(expect.objectContaining({ kind: 'storage_full' }));
    file.close();
  });
});
