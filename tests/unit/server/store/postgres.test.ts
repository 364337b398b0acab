import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { createAuth } from '$lib/server/access/auth';
import type { Store } from '$lib/server/store/port';
import { migrate } from '$lib/server/store/postgres/migrate';
import { connected, openPool } from '$lib/server/store/postgres/pool';
import { openPostgresStore } from '$lib/server/store/postgres/open';
import { SHEFFIELD_TRIAL } from '$lib/domain/programme/sheffield-trial';
import { withSheffield } from '../../../fixtures/programmes';
import { newDatabase, newPostgres, onPostgres, openPostgres, postgresUrl } from '../../../fixtures/postgres';
import { aStory, accepted, idNumber } from '../../../fixtures/stories';
import { storeContract } from './store-contract';
import { withdrawalContract } from './withdrawal-contract';

const NOW = new Date('2026-11-23T08:00:00.000Z');

// The first database is made with all its migrations.
beforeAll(async () => (await newPostgres(NOW)).store.close(), 60_000);

storeContract('PostgreSQL', async () => (await newPostgres(NOW)).store, { runs: 10 });
withdrawalContract('PostgreSQL', async () => (await newPostgres(NOW)).store, { runs: 15 });

describe('the PostgreSQL engine', () => {
  it('finds everything again after it was closed, in the same epoch', async () => {
    const { store, url } = await newPostgres(NOW);
    await withSheffield(store);
    await store.acceptStories([await accepted(aStory())], NOW);
    const epoch = await store.epoch();
    await store.close();
    const after = await openPostgres(url, NOW);
    expect(await after.store.epoch()).toBe(epoch);
    expect(await after.store.countStories('sheffield-send')).toBe(1);
    await after.store.close();
  });

  it('waits for the disk with every commit, whatever the database is set to', async () => {
    const url = await newDatabase();
    await onPostgres(`ALTER DATABASE ${new URL(url).pathname.slice(1)} SET synchronous_commit = off`);
    const { store, accounts } = await openPostgres(url, NOW);
    const { rows } = await sql<{ synchronous_commit: string }>`SHOW synchronous_commit`.execute(accounts.db);
    expect(rows).toEqual([{ synchronous_commit: 'on' }]);
    await store.close();
  });

  it('refuses a database that a newer version wrote, and leaves it untouched', async () => {
    const { store, url } = await newPostgres(NOW);
    await store.close();
    await onPostgres("INSERT INTO schema_version VALUES (1000, 'later', '2030-01-01T00:00:00.000Z')", url);
    expect(await openPostgresStore(url, NOW)).toMatchObject({ kind: 'newer_database', found: 1000 });
  });

  it('takes every step that it has not taken, also one that came between two others', async () => {
    const pool = openPool(await newDatabase());
    const step = (version: number) => ({ version, name: 'step', sql: `CREATE TABLE step_${version} (x text)` });
    await connected(pool, async (connection) => {
      await migrate(connection, [step(1), step(3)], NOW);
      expect(await migrate(connection, [step(1), step(2), step(3)], NOW)).toEqual({ kind: 'migrated', version: 3 });
      const { rows } = await connection.query('SELECT version FROM schema_version ORDER BY version');
      expect(rows).toEqual([{ version: 1 }, { version: 2 }, { version: 3 }]);
      await connection.query('SELECT * FROM step_2');
    });
    await pool.end();
  });

  it('says so when there is no such server, database or user', async () => {
    const nobody = await openPostgresStore('postgres://sheaf@127.0.0.1:1/none', NOW);
    expect(nobody).toMatchObject({ kind: 'database_unreachable' });
    const url = new URL(postgresUrl());
    url.pathname = 'there_is_none';
    expect(await openPostgresStore(url.href, NOW)).toMatchObject({
      kind: 'database_unreachable',
      reason: 'database "there_is_none" does not exist',
    });
  });

  it('refuses to change or remove an audit entry, and notices when somebody did so behind its back', async () => {
    const { store, accounts } = await newPostgres(NOW);
    for (const action of ['one', 'two', 'three']) {
      await store.appendAudit({ at: NOW, actor: 'cli', action, programme: null, subject: null });
    }
    await expect(sql`update audit set action = 'other'`.execute(accounts.db)).rejects.toThrow(/never changed/);
    await expect(sql`delete from audit`.execute(accounts.db)).rejects.toThrow(/never removed/);
    await expect(sql`truncate audit`.execute(accounts.db)).rejects.toThrow(/never removed/);
    await sql`drop trigger audit_never_changed on audit`.execute(accounts.db);
    await sql`update audit set action = 'other' where seq = 2`.execute(accounts.db);
    expect(await store.verifyAudit()).toEqual({ kind: 'broken', entry: 2 });
    await store.close();
  });

  it('puts right words or hash that a disk damaged, when the story is offered again', async () => {
    const { store, accounts } = await newPostgres(NOW);
    await withSheffield(store);
    const story = await accepted(aStory({ text: 'The bus was late.' }));
    await store.acceptStories([story], NOW);
    const { programme, id } = story.story;
    for (const damage of [sql`body = replace(body, 'bus', 'cus')`, sql`hash = reverse(hash)`]) {
      await sql`update stories set ${damage}`.execute(accounts.db);
      await expect(store.story(programme, id)).rejects.toMatchObject({ code: 'ROW_DAMAGED' });
      expect(await store.acceptStories([story], NOW)).toEqual([{ id, outcome: 'already' }]);
      expect((await store.story(programme, id))?.story.text).toBe('The bus was late.');
    }
    await store.close();
  });

  it('keeps one chain of the audit while many processes write to it', async () => {
    const { store, url } = await newPostgres(NOW);
    const others = await Promise.all([1, 2, 3].map(() => openPostgres(url, NOW)));
    const stores = [store, ...others.map((other) => other.store)];
    const entry = { at: NOW, actor: 'cli', programme: null, subject: null };
    await Promise.all(
      Array.from({ length: 40 }, (_, index) =>
        (stores[index % stores.length] ?? store).appendAudit({ ...entry, action: `entry ${index}` }),
      ),
    );
    expect(await store.verifyAudit()).toEqual({ kind: 'whole', entries: 40 });
    await Promise.all(stores.map((each) => each.close()));
  });

  it('lets no two processes wait for each other, whatever they write and in whatever order', async () => {
    const first = await newPostgres(NOW);
    const second = await openPostgres(first.url, NOW);
    await withSheffield(first.store);
    await first.store.createProgramme({ ...SHEFFIELD_TRIAL, slug: 'other' });
    const receipt = (n: number) => n.toString(16).padStart(64, '0');
    const item = (n: number, programme: string, revision = 1) =>
      accepted(aStory({ id: idNumber(n), programme, revision, text: `${revision}` }), { receipt: receipt(n) });
    const writing = async (store: Store, programmes: readonly [string, string]) => {
      for (let n = 0; n < 12; n += 1) {
        const [programme] = programmes;
        const batch = (revision: number) => Promise.all(programmes.map((slug) => item(n, slug, revision)));
        const reading = { outcome: 'concern', reader: 'r', at: NOW, note: null } as const;
        await store.acceptStories(await batch(1), NOW);
        await Promise.all([
          store.acceptStories(await batch(2), NOW),
          store.recordReading(programme, idNumber(n), reading),
          store.lowerSharing(programme, receipt(n), 'dots', NOW),
          store.saveProgramme({ ...SHEFFIELD_TRIAL, slug: programme }),
          store.withdraw({ programme, receipt: receipt(n + 6), at: NOW }),
          store.appendAudit({ at: NOW, actor: 'cli', action: 'x', programme, subject: null }),
        ]);
      }
    };
    await Promise.all([
      writing(first.store, ['sheffield-send', 'other']),
      writing(second.store, ['other', 'sheffield-send']),
    ]);
    expect(await first.store.verifyAudit()).toMatchObject({ kind: 'whole' });
    await Promise.all([first, second].map(({ store }) => store.close()));
  });

  it('outlives a connection that the server ends under a transaction, and says that the store was unavailable', async () => {
    const { store, accounts, url } = await newPostgres(NOW);
    const cut = accounts.db.transaction().execute(async (tx) => {
      const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx);
      // The server tells the reason while nothing is asked of the connection: an event, not an answer.
      await onPostgres(`SELECT pg_terminate_backend(${rows[0]?.pid})`, url);
      await new Promise((resolve) => setTimeout(resolve, 100));
      await sql`select 1`.execute(tx);
    });
    await expect(cut).rejects.toMatchObject({ kind: 'store_unavailable' });
    expect(await store.ready()).toBe(true);
    await store.close();
  });

  it('says that the store was unavailable where a statement waited too long', async () => {
    const { store, accounts } = await newPostgres(NOW);
    const waited = accounts.db.transaction().execute(async (tx) => {
      await sql`set local statement_timeout = 50`.execute(tx);
      await sql`select pg_sleep(10)`.execute(tx);
    });
    await expect(waited).rejects.toMatchObject({ kind: 'store_unavailable' });
    await store.close();
  });

  it('keeps accounts and sessions as the sign-in library wants them', async () => {
    const { store, accounts } = await newPostgres(NOW);
    const faults: string[] = [];
    const auth = createAuth({ accounts, secret: 's'.repeat(32), secure: false, onFault: (m) => void faults.push(m) });
    const { internalAdapter } = await auth.$context;
    const person = { email: 'a@example.org', name: 'A reader', emailVerified: true };
    const user = await internalAdapter.createUser(person, { method: 'email-password' });
    const session = await internalAdapter.createSession(user.id);
    expect(await internalAdapter.findSession(session.token)).toMatchObject({ user: { email: 'a@example.org' } });
    expect(faults).toEqual([]);
    await store.close();
  });
});
