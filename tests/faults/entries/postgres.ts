import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { findPostgres, postgresFolder, runAs, startCluster } from '../../../scripts/postgres.mjs';
import type { Fault } from '../fault';
import { chaosProxy } from '../parts/chaos-proxy';
import { newDatabaseIn, onPostgres } from '../parts/lazy-postgres';
import { offerAgain, startLoad } from '../parts/load';
import { ownCluster } from '../parts/own-cluster';
import { removeFolder } from '../parts/remove-folder';
import { verify } from '../parts/verify';
import { within } from '../parts/within';

/** The database server ends at once, without a word to anybody, and comes back; Sheaf stays up all the time. */
export const postgresKilled: Fault = {
  name: 'postgres-killed',
  lines: [48],
  engines: ['postgres'],
  short: 1,
  async run({ install, rounds, random, ledger, afterwards, expect }) {
    const folder = postgresFolder(tmpdir());
    afterwards(() => removeFolder(folder));
    const cluster = await ownCluster(folder);
    afterwards(() => cluster.running.kill());
    const here = await install();
    here.database = await newDatabaseIn(cluster.running.url);
    const server = await here.start();
    const load = startLoad({ url: here.url, code: server.code, ledger, random });
    await load.warm;
    for (let round = 0; round < rounds; round += 1) {
      await pause(random.below(400));
      const { port } = cluster.running;
      await cluster.running.kill();
      await pause(random.below(200));
      cluster.running = await startCluster(cluster.bin, cluster.data, { port });
      const heard = ledger.acknowledged().size;
      const back = await within(10_000, () => ledger.acknowledged().size > heard);
      expect(back, 'ten seconds after the database came back nothing is acknowledged');
    }
    await load.stop();
    expect((load.hindered.get('fault') ?? 0) === 0, 'a database that was away was answered with 500');
    await offerAgain({ url: here.url, code: server.code, ledger }, ledger.all());
    await server.stop();
    await verify(here, ledger);
  },
};

/** Connections are ended by the database at random moments, in the middle of commits too. */
export const connectionsEnded: Fault = {
  name: 'connections-ended',
  lines: [48],
  engines: ['postgres'],
  short: 0,
  async run({ install, rounds, random, ledger, expect }) {
    const here = await install();
    const server = await here.start();
    const load = startLoad({ url: here.url, code: server.code, ledger, random, devices: 6, batch: 3 });
    await load.warm;
    const database = new URL(here.database ?? '').pathname.slice(1);
    for (let round = 0; round < rounds * 10; round += 1) {
      await pause(random.below(60));
      await onPostgres(
        here.database ?? '',
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${database}' AND pid <> pg_backend_pid()`,
      );
    }
    await load.stop();
    expect((load.hindered.get('fault') ?? 0) === 0, 'a connection that was ended was answered with 500');
    await offerAgain({ url: here.url, code: server.code, ledger }, ledger.all());
    await server.stop();
    await verify(here, ledger);
  },
};

/**
 * A primary with one synchronous standby ends without a word; the standby is promoted, and what stands between Sheaf and
 * the pair leads there. Nothing that was acknowledged may be missing on the standby.
 */
export const failover: Fault = {
  name: 'failover',
  lines: [48],
  engines: ['postgres'],
  short: 0,
  missing: () => (findPostgres({ standby: true }) === null ? 'needs a PostgreSQL with pg_basebackup' : null),
  async run({ install, rounds, random, ledger, afterwards, expect }) {
    for (let round = 0; round < rounds; round += 1) {
      const folder = postgresFolder(tmpdir());
      afterwards(() => removeFolder(folder));
      const primary = await ownCluster(folder, { standby: true });
      afterwards(() => primary.running.kill());
      const database = new URL(await newDatabaseIn(primary.running.url));
      const standby = join(folder, 'standby');
      const from = ['-h', '127.0.0.1', '-p', String(primary.running.port), '-U', 'sheaf'];
      runAs(primary.bin, 'pg_basebackup', [...from, '-D', standby, '-R', '-X', 'stream', '-c', 'fast', '--no-sync']);
      const second = await startCluster(primary.bin, standby);
      afterwards(() => second.kill());
      await onPostgres(primary.running.url, `ALTER SYSTEM SET synchronous_standby_names = '*'`);
      await onPostgres(primary.running.url, 'SELECT pg_reload_conf()');
      const inStep = () =>
        onPostgres(primary.running.url, `SELECT 1 FROM pg_stat_replication WHERE sync_state = 'sync'`);
      if (!(await within(10_000, async () => (await inStep()).length === 1)))
        throw new Error('the standby does not follow');

      const pair = await chaosProxy(primary.running.port, () => ({ kind: 'calm' }));
      afterwards(() => pair.close());
      const here = await install();
      database.port = String(pair.port);
      here.database = database.href;
      const server = await here.start();
      const load = startLoad({ url: here.url, code: server.code, ledger, random });
      await load.warm;
      await pause(random.below(500));
      await primary.running.kill();
      pair.cut();
      const owed = ledger.acknowledged().size;
      runAs(primary.bin, 'pg_ctl', ['promote', '-D', standby, '-w']);
      pair.leadTo(second.port);
      const back = await within(15_000, () => ledger.acknowledged().size > owed);
      expect(back, 'fifteen seconds after the promotion nothing is acknowledged');
      await load.stop();
      expect((load.hindered.get('fault') ?? 0) === 0, 'a change of the primary was answered with 500');
      await offerAgain({ url: here.url, code: server.code, ledger }, ledger.all());
      await server.stop();
      await verify(here, ledger);
      ledger.startAnew();
    }
  },
};
