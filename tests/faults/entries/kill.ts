import { setTimeout as pause } from 'node:timers/promises';
import type { Fault } from '../fault';
import { offerAgain, startLoad } from '../parts/load';
import { verify } from '../parts/verify';

/** kill -9 of the server at random moments under load, again and again over one growing database. */
export const kill: Fault = {
  name: 'kill',
  lines: [35],
  engines: ['sqlite', 'postgres'],
  short: 2,
  async run({ install, rounds, random, ledger, expect }) {
    const here = await install();
    let server = await here.start();
    for (let round = 0; round < rounds; round += 1) {
      const before = new Set(ledger.all().map(({ id }) => id));
      const load = startLoad({ url: here.url, code: server.code, ledger, random });
      await load.warm;
      await pause(random.below(400));
      server.kill('SIGKILL');
      await server.ended;
      await load.stop();
      server = await here.start();
      await offerAgain(
        { url: here.url, code: server.code, ledger },
        ledger.all().filter(({ id }) => !before.has(id)),
      );
    }
    const { code } = await server.stop();
    expect(code === 0, `a server that was told to end ended with ${code}`);
    await verify(here, ledger);
  },
};
