import { rmSync } from 'node:fs';
import pg from 'pg';
import type { PushItem } from '$lib/protocol/push';
import { openPostgresStore } from '$lib/server/store/postgres/open';
import { programArguments } from '../../scripts/arguments.mjs';
import { folderOnDisk, fdatasyncRate } from './ingest/disk';
import { madeStories } from './ingest/made-stories';
import { ownPostgres } from './ingest/sheaf';
import { machine, printLine, quantile } from './parts/figures';

/**
 * What stands in the way of spreading the real schema over several PostgreSQL servers by programme, and what a query costs
 * there: two clusters on this machine, partitions of the second seen from the first through postgres_fdw.
 */
const { values: flags } = programArguments({
  usage: 'npm run bench -- shards',
  does: 'What stands in the way of spreading the schema over several PostgreSQL servers, and what a query costs there.',
  numbers: ['n'],
  options: { n: { type: 'string', default: '5000' }, seed: { type: 'string', default: '7' } },
});
const n = Number(flags.n);
const folder = folderOnDisk();
const near = await ownPostgres(folder, { max_prepared_transactions: '10' });
const far = await ownPostgres(folder);

try {
  for (const { url } of [near, far]) {
    const opened = await openPostgresStore(url, new Date());
    if (opened.kind !== 'opened') throw new Error(opened.kind);
    await opened.store.close();
  }
  const here = new pg.Client({ connectionString: near.url });
  const there = new pg.Client({ connectionString: far.url });
  await Promise.all([here.connect(), there.connect()]);
  await schema(here);
  await queries(here, there);
  await Promise.all([here.end(), there.end()]);
} finally {
  await near.stop();
  await far.stop();
  rmSync(folder, { recursive: true, force: true });
}

/** Each table as it is, tried as a partitioned one with one part here and one part there. */
async function schema(db: pg.Client): Promise<void> {
  await db.query('CREATE EXTENSION postgres_fdw');
  await db.query(`CREATE SERVER far FOREIGN DATA WRAPPER postgres_fdw
    OPTIONS (host '127.0.0.1', port '${far.port}', dbname 'postgres', batch_size '100', async_capable 'true')`);
  await db.query("CREATE USER MAPPING FOR sheaf SERVER far OPTIONS (user 'sheaf', password_required 'false')");
  const { rows } = await db.query<{ name: string; led: boolean }>(
    `SELECT c.relname AS name, EXISTS (SELECT FROM pg_attribute a
        WHERE a.attrelid = c.oid AND a.attname = 'programme_id') AS led
      FROM pg_class c WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace ORDER BY 1`,
  );
  for (const { name, led } of rows) {
    print({
      figure: 'table',
      table: name,
      led_by_programme: led,
      ...(led
        ? { with_its_keys: await tried(db, name, 'ALL'), without_unique_keys: await tried(db, name, 'DEFAULTS') }
        : {}),
    });
  }
}

/** @returns `works`, or in the words of PostgreSQL why not */
async function tried(db: pg.Client, table: string, including: 'ALL' | 'DEFAULTS'): Promise<string> {
  await db.query('BEGIN');
  try {
    await db.query(`CREATE TABLE spread (LIKE ${table} INCLUDING ${including}) PARTITION BY LIST (programme_id)`);
    await db.query("CREATE TABLE spread_here PARTITION OF spread FOR VALUES IN ('here')");
    await db.query(`CREATE FOREIGN TABLE spread_there PARTITION OF spread FOR VALUES IN ('there')
      SERVER far OPTIONS (table_name '${table}')`);
    return 'works';
  } catch (error) {
    const detail = error instanceof pg.DatabaseError && error.detail !== undefined ? `: ${error.detail}` : '';
    return `${error instanceof Error ? error.message : ''}${detail}`;
  } finally {
    await db.query('ROLLBACK');
  }
}

/** The same statements on the near part and on the far one, by turns. */
async function queries(here: pg.Client, there: pg.Client): Promise<void> {
  await there.query("INSERT INTO programmes (programme_id, body) VALUES ('there', '{}')");
  await here.query(
    'CREATE TABLE spread (LIKE stories INCLUDING DEFAULTS INCLUDING IDENTITY) PARTITION BY LIST (programme_id)',
  );
  await here.query("CREATE TABLE spread_here PARTITION OF spread FOR VALUES IN ('here')");
  await here.query('ALTER TABLE spread_here ADD PRIMARY KEY (programme_id, id)');
  await here.query('CREATE UNIQUE INDEX ON spread_here (programme_id, serial)');
  await here.query(`CREATE FOREIGN TABLE spread_there PARTITION OF spread FOR VALUES IN ('there')
    SERVER far OPTIONS (table_name 'stories')`);
  const items: PushItem[] = [];
  for await (const item of madeStories('FFFFFF', n, flags.seed)) items.push(item);
  const columns = 'programme_id, serial, id, collector, hash, receipt, received_at, body';
  const insert = async (programme: string, from: number): Promise<void> => {
    const chunk = items.slice(from, from + 50);
    const values = chunk.flatMap(({ id, hash, receipt, story }, i) => [
      programme,
      from + i + 1,
      id,
      'FFFFFF',
      hash,
      receipt,
      '2026-11-28',
      JSON.stringify(story),
    ]);
    const places = chunk.map((_, row) => `(${Array.from({ length: 8 }, (_, i) => `$${row * 8 + i + 1}`).join(',')})`);
    await here.query(`INSERT INTO spread (${columns}) VALUES ${places.join(',')}`, values);
  };
  const times = new Map<string, number[]>();
  const timed = async (figure: string, programme: string, run: () => Promise<unknown>): Promise<void> => {
    const started = performance.now();
    await run();
    const name = `${figure}/${programme}`;
    times.set(name, [...(times.get(name) ?? []), performance.now() - started]);
  };
  const both = async (figure: string, run: (programme: string) => Promise<unknown>): Promise<void> => {
    for (const programme of ['here', 'there']) await timed(figure, programme, () => run(programme));
  };
  for (let from = 0; from < n; from += 50) await both('insert 50 stories', (programme) => insert(programme, from));
  await here.query('ANALYZE spread_here');
  for (let i = 0; i < 200; i += 1) {
    const id = items[(i * 37) % n]?.id;
    await both('one story by id', (programme) =>
      here.query('SELECT body FROM spread WHERE programme_id = $1 AND id = $2', [programme, id]),
    );
  }
  for (let i = 0; i < 30; i += 1) {
    await both('a page of 1000 stories', (programme) =>
      here.query('SELECT serial, body FROM spread WHERE programme_id = $1 AND serial > $2 ORDER BY serial LIMIT 1000', [
        programme,
        0,
      ]),
    );
    await both('count of a programme', (programme) =>
      here.query('SELECT count(*) FROM spread WHERE programme_id = $1', [programme]),
    );
  }
  for (const figure of new Set([...times.keys()].map((name) => name.split('/')[0] ?? ''))) {
    const near50 = quantile(times.get(`${figure}/here`) ?? [], 0.5);
    const far50 = quantile(times.get(`${figure}/there`) ?? [], 0.5);
    print({ figure, n, here_p50_ms: near50, there_p50_ms: far50, there_vs_here: Number((far50 / near50).toFixed(2)) });
  }
  await asked(here, 'spread', 'as the schema is: the domain `plain`', items);
  await here.query(`CREATE TABLE spread_text (programme_id text COLLATE "C", id text COLLATE "C", body text COLLATE "C")
    PARTITION BY LIST (programme_id)`);
  await here.query(`CREATE FOREIGN TABLE spread_text_there PARTITION OF spread_text FOR VALUES IN ('there')
    SERVER far OPTIONS (table_name 'stories')`);
  await asked(here, 'spread_text', 'with columns of the type text', items);
  const conflict =
    "INSERT INTO spread (programme_id, id, collector, hash, received_at, body) VALUES ('there', 'x', '', '', '', '')";
  print({
    figure: 'on conflict',
    with_target: await said(here, `${conflict} ON CONFLICT (programme_id, id) DO NOTHING`),
    without_target: await said(here, `${conflict} ON CONFLICT DO NOTHING`),
  });
  await here.query('BEGIN');
  await here.query("UPDATE spread SET hash = hash WHERE programme_id = 'there' AND serial = 1");
  print({ figure: 'commit in two phases', says: await said(here, "PREPARE TRANSACTION 'x'") });
  await here.query('ROLLBACK');
}

/** What the near server asks of the far one for a single story: what it does not send along, it sifts itself. */
async function asked(db: pg.Client, table: string, how: string, items: readonly PushItem[]): Promise<void> {
  const one = `SELECT body FROM ${table} WHERE programme_id = 'there' AND id =`;
  const { rows } = await db.query<{ 'QUERY PLAN': string }>(`EXPLAIN (VERBOSE, COSTS OFF) ${one} 'x'`);
  const remote = rows.map((row) => row['QUERY PLAN'].trim()).find((line) => line.startsWith('Remote SQL'));
  const ms: number[] = [];
  for (let i = 0; i < 100; i += 1) {
    const started = performance.now();
    await db.query(`${one} $1`, [items[(i * 37) % n]?.id]);
    ms.push(performance.now() - started);
  }
  print({ figure: 'one story by id, asked there', how, remote, there_p50_ms: quantile(ms, 0.5) });
}

async function said(db: pg.Client, sql: string): Promise<string> {
  try {
    await db.query(sql);
    return 'works';
  } catch (error) {
    return error instanceof Error ? error.message : '';
  }
}

function print(line: object): void {
  const facts = { seed: flags.seed, fdatasync_per_s: fdatasyncRate(folder, 0.1), machine: machine() };
  printLine({ bench: 'shards', ...line, ...facts });
}
