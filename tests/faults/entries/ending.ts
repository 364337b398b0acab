import type { Fault } from '../fault';
import { lineTo } from '../parts/line';
import { Sender } from '../parts/load';
import { madeStory } from '../parts/made-stories';
import { verify } from '../parts/verify';

const REQUESTS = 100;

/** SIGTERM while a hundred requests are under way: what is acknowledged is committed, and the process ends by itself. */
export const sigterm: Fault = {
  name: 'sigterm',
  lines: [46],
  engines: ['sqlite', 'postgres'],
  short: 1,
  async run({ install, rounds, random, ledger, expect }) {
    const here = await install();
    for (let round = 0; round < rounds; round += 1) {
      const server = await here.start();
      const line = lineTo(() => here.url);
      const senders = Array.from({ length: 10 }, () => new Sender(line, server.code, ledger));
      const warm = await Promise.all(
        senders.map(async (sender) => sender.send([ledger.tell(await madeStory(random, server.code, 1))])),
      );
      expect(
        warm.every(({ kind }) => kind === 'acknowledged'),
        'ten devices could not send before anything happened',
      );
      const told = await Promise.all(Array.from({ length: REQUESTS }, () => madeStory(random, server.code, 2)));
      const sending = told.map(async (story, at) => senders[at % senders.length]?.send([ledger.tell(story)]));
      await new Promise((resolve) => setTimeout(resolve, random.below(40)));
      const { code, signal } = await server.stop();
      expect(code === 0, `told to end during ${REQUESTS} requests it ended with ${code ?? signal}`);
      await Promise.all(sending);
      await verify(here, ledger);
    }
  },
};
