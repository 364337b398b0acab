import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { postgresFolder, startCluster } from '../../../scripts/postgres.mjs';
import type { Fault } from '../fault';
import { newDatabaseIn } from '../parts/lazy-postgres';
import { offerAgain, startLoad } from '../parts/load';
import { noDisks } from '../parts/loop-disk';
import { ownCluster } from '../parts/own-cluster';
import { fill, smallDisk } from '../parts/small-disk';
import { verify } from '../parts/verify';
import { within } from '../parts/within';

/**
 * The disk of PostgreSQL is full: of its tables (it answers that there is no room) or of its log (it ends itself). Devices hear
 * 507 or 503, and with room again, and the database started again where it has ended, everything arrives.
 */
export const noSpacePostgres: Fault = {
  name: 'no-space-postgres',
  lines: [38],
  engines: ['postgres'],
  short: 0,
  most: 5,
  missing: noDisks,
  async run(stage) {
    const { install, rounds, random, ledger, afterwards, expect } = stage;
    for (let round = 0; round < rounds; round += 1) {
      const disk = smallDisk(stage, 160);
      const cluster = await ownCluster(postgresFolder(disk));
      afterwards(() => cluster.running.kill());
      const here = await install();
      here.database = await newDatabaseIn(cluster.running.url);
      const server = await here.start();
      const load = startLoad({ url: here.url, code: server.code, ledger, random });
      await load.warm;
      const filler = join(disk, 'filler');
      fill(filler, random.below(400_000));
      const hindered = () => [...load.hindered.values()].reduce((sum, times) => sum + times, 0);
      expect(await within(60_000, () => hindered() > 20), 'the disk never got full');
      rmSync(filler);
      const { process, port } = cluster.running;
      const ended = () => process.exitCode !== null || process.signalCode !== null;
      // Out of room for its log it has ended itself, or is just about to: whoever runs it starts it again.
      if (await within(2_000, ended)) cluster.running = await startCluster(cluster.bin, cluster.data, { port });
      const heard = ledger.acknowledged().size;
      const back = await within(20_000, () => ledger.acknowledged().size > heard);
      expect(back, 'twenty seconds after there was room again nothing is acknowledged');
      await load.stop();
      const others = [...load.hindered.keys()].filter((because) => because !== 'busy');
      expect(others.length === 0, `a full disk was answered so that a device takes it for ${others.join(', ')}`);
      await offerAgain({ url: here.url, code: server.code, ledger }, ledger.all());
      await server.stop();
      await verify(here, ledger);
      ledger.startAnew();
    }
  },
};
