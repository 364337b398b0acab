import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join, resolve } from 'node:path';
import { openStore } from '$lib/server/store/open';
import { migrate as migratePostgres } from '$lib/server/store/postgres/migrate';
import { connected, openPool } from '$lib/server/store/postgres/pool';
import { openSqliteFile } from '$lib/server/store/sqlite/driver';
import { migrate as migrateSqlite } from '$lib/server/store/sqlite/migrate';
import { makeFolder } from '$lib/server/make-folder';
import { olderRows, olderRowsIn, SHAPE, STEPS } from '../../fixtures/older-database';
import type { Fault } from '../fault';
import type { Installation } from '../parts/installation';
import { onPostgres } from '../parts/lazy-postgres';

const PRELOAD = resolve('tests/faults/preload/kill-before.mjs');
const NOW = new Date();

/**
 * kill -9 before a statement of the migrations, of a new database or of one in the first shape with rows in it, and two
 * processes that come upon what it left at once. As many rounds as there are statements take each of them once.
 */
export const migration: Fault = {
  name: 'migration',
  lines: [41],
  engines: ['sqlite', 'postgres'],
  short: 0,
  async run({ engine, install, rounds, random, expect }) {
    const begin = async (older: boolean) => {
      const here = await install();
      if (older) await inFirstShape(here);
      return here;
    };
    const kinds = await Promise.all(
      [false, true].map(async (older) => {
        const here = await begin(older);
        const { statements } = await opening(here, null);
        return { older, statements, end: await endOf(here) };
      }),
    );
    const all = kinds.flatMap(({ older, statements, end }) =>
      Array.from({ length: statements }, (_, at) => ({ older, statement: at + 1, end })),
    );
    for (let round = 0; round < Math.min(rounds, all.length); round += 1) {
      const chosen = all.splice(random.below(all.length), 1)[0] ?? { older: false, statement: 1, end: '' };
      const here = await begin(chosen.older);
      const what = `killed before statement ${chosen.statement} of ${chosen.older ? 'an older' : 'a new'} database`;
      expect((await opening(here, chosen.statement)).signal === 'SIGKILL', `it was not ${what}`);
      const both = await Promise.all([opening(here, null), opening(here, null)]);
      // The folder of the embedded database is for one.
      const ended = both.every(({ code, said }) => code === 0 || (engine === 'sqlite' && /Another Sheaf/.test(said)));
      const one = both.some(({ code }) => code === 0);
      expect(ended && one, `${what}, the next two said ${both.map(({ said }) => said).join('; ')}`);
      expect((await endOf(here)) === chosen.end, `${what}, the database ended in another state than undisturbed`);
    }
  },
};

/** The command line opens the database as the server does. */
async function opening({ data, database }: Installation, statement: number | null) {
  const child = spawn(process.execPath, ['--import', PRELOAD, 'build/cli.js', 'clock'], {
    env: {
      ...process.env,
      SHEAF_DATA: data,
      DATABASE_URL: database ?? '',
      ...(statement === null ? {} : { SHEAF_FAULT_STATEMENT: String(statement) }),
    },
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (said += String(text)));
  const [code, signal] = (await once(child, 'close')) as [number | null, string | null]; // as documented for the event
  return { code, signal, said, statements: Number(/statements: (\d+)/.exec(said)?.[1] ?? 0) };
}

async function inFirstShape({ data, database }: Installation): Promise<void> {
  const rows = await olderRows();
  if (database === null) {
    makeFolder(data, 0o700);
    const file = openSqliteFile(join(data, 'sheaf.db'), 0);
    migrateSqlite(file, STEPS.sqlite.slice(0, 1), NOW);
    for (const row of rows) file.exec(row);
    file.close();
    return;
  }
  const pool = openPool(database);
  await connected(pool, (connection) => migratePostgres(connection, STEPS.postgres.slice(0, 1), NOW));
  await pool.end();
  for (const row of rows) await onPostgres(database, row);
}

/** Shape and rows, as one text. */
async function endOf({ data, database }: Installation): Promise<string> {
  const opened = await openStore({ data, database }, NOW, null);
  if (opened.kind !== 'opened') return JSON.stringify(opened);
  const rows = JSON.stringify(await olderRowsIn(opened));
  await opened.store.close();
  if (database !== null) return `${rows}\n${JSON.stringify(await onPostgres(database, SHAPE.postgres))}`;
  const file = openSqliteFile(join(data, 'sheaf.db'), 0);
  const shape = String(file.value(SHAPE.sqlite));
  file.close();
  return `${rows}\n${shape}`;
}
