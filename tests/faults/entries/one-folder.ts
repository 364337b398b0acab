import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '../../../scripts/free-port.mjs';
import type { Fault } from '../fault';
import { startLoad } from '../parts/load';
import { verify } from '../parts/verify';

/** A second process wants the folder of a running one: it says why it does not start, and the first one notices nothing. */
export const oneFolder: Fault = {
  name: 'one-folder',
  lines: [42],
  engines: ['sqlite'],
  short: 0,
  most: 3,
  async run({ install, rounds, random, ledger, expect }) {
    const here = await install();
    const server = await here.start();
    const load = startLoad({ url: here.url, code: server.code, ledger, random, devices: 2 });
    await load.warm;
    for (let round = 0; round < rounds; round += 1) {
      const second = await here.tryStart({ port: await freePort() });
      expect(second.kind === 'ended' && second.code === 1, 'a second process started on the same folder');
      const why = second.kind === 'ended' ? second.said : '';
      expect(why.includes('Another Sheaf server is using the data folder'), `it did not say why: ${why}`);
      await pause(50);
    }
    await load.stop();
    expect(load.hindered.size === 0, `the first process was disturbed: ${[...load.hindered.keys()].join(', ')}`);
    await server.stop();
    await verify(here, ledger);
  },
};
