import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { openSqliteFile } from '$lib/server/store/sqlite/driver';
import type { Fault } from '../fault';
import type { Installation } from '../parts/installation';
import { offerAgain, startLoad } from '../parts/load';
import { verify } from '../parts/verify';
import { within } from '../parts/within';

const SLOW_MS = 10_000;

/** Somebody else holds the database for ten seconds: devices wait or are told to come again, and nothing else. */
export const slowDatabase: Fault = {
  name: 'slow-database',
  lines: [45],
  engines: ['sqlite', 'postgres'],
  short: 0,
  most: 5,
  async run({ install, rounds, random, ledger, expect }) {
    const here = await install();
    const server = await here.start();
    const load = startLoad({ url: here.url, code: server.code, ledger, random, devices: 8 });
    await load.warm;
    for (let round = 0; round < rounds; round += 1) {
      await pause(random.below(400));
      const letGo = await (here.database === null ? holdFile(here) : holdTable(here.database));
      await pause(SLOW_MS);
      await letGo();
      const heard = ledger.acknowledged().size;
      const back = await within(10_000, () => ledger.acknowledged().size > heard);
      expect(back, 'ten seconds after the database was free nothing is acknowledged');
    }
    await load.stop();
    const others = [...load.hindered.keys()].filter((because) => because !== 'busy');
    expect(others.length === 0, `a slow database was answered so that a device takes it for ${others.join(', ')}`);
    await offerAgain({ url: here.url, code: server.code, ledger }, ledger.all());
    const { code } = await server.stop();
    expect(code === 0, `the server ended with ${code} after its database had been slow`);
    await verify(here, ledger);
  },
};

/** As a copying tool would that writes, too. */
async function holdFile({ data }: Installation): Promise<() => Promise<void>> {
  const file = openSqliteFile(join(data, 'sheaf.db'), 5_000);
  file.exec('BEGIN IMMEDIATE');
  return Promise.resolve(() => {
    file.rollBack();
    file.close();
    return Promise.resolve();
  });
}

async function holdTable(url: string): Promise<() => Promise<void>> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query('BEGIN');
  await client.query('LOCK TABLE stories IN ACCESS EXCLUSIVE MODE');
  return () => client.end();
}
