import { chmodSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { postgresFolder, startCluster } from '../../../scripts/postgres.mjs';
import type { Fault } from '../fault';
import { newDatabaseIn } from '../parts/lazy-postgres';
import { offerAgain, startLoad } from '../parts/load';
import { LoopDisk, noDisks, run } from '../parts/loop-disk';
import { ownCluster } from '../parts/own-cluster';
import { verify } from '../parts/verify';

/**
 * The disk under the data folder (and under PostgreSQL) as it is at one moment under load, put into another machine, so
 * to speak: whatever was acknowledged before that moment has to be on it.
 */
export const powerCut: Fault = {
  name: 'power-cut',
  lines: [36],
  engines: ['sqlite', 'postgres'],
  short: 0,
  missing: noDisks,
  async run({ engine, install, rounds, random, ledger, afterwards, expect }) {
    for (let round = 0; round < rounds; round += 1) {
      const disk = LoopDisk.make(engine === 'sqlite' ? 96 : 256).mount();
      afterwards(() => disk.remove());
      chmodSync(disk.folder, 0o777);
      const cluster = engine === 'sqlite' ? null : await ownCluster(postgresFolder(disk.folder));
      if (cluster !== null) afterwards(() => cluster.running.kill());
      const here = await install(disk.folder);
      if (cluster !== null) here.database = await newDatabaseIn(cluster.running.url);
      // A cluster is made without waiting for the disk; its commits are not.
      run('sync', ['--file-system', disk.folder]);
      const server = await here.start();
      const load = startLoad({ url: here.url, code: server.code, ledger, random });
      await load.warm;
      await pause(random.below(800));
      const owed = ledger.acknowledged();
      const after = disk.cutPower();
      server.kill('SIGKILL');
      await server.ended;
      await load.stop();
      await cluster?.running.kill();
      ledger.onlyOwed(owed);

      afterwards(() => after.remove());
      after.mount();
      const there = await install(after.folder);
      if (cluster !== null) {
        const data = cluster.data.replace(disk.folder, after.folder);
        const running = await startCluster(cluster.bin, data);
        afterwards(() => running.kill());
        const url = new URL(here.database ?? '');
        url.port = String(running.port);
        there.database = url.href;
      }
      const next = await there.start();
      expect(next.code === server.code, 'the collector has another code after the power cut');
      await offerAgain({ url: there.url, code: next.code, ledger }, ledger.all());
      await next.stop();
      await verify(there, ledger);
      ledger.startAnew();
    }
  },
};
