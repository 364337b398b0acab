import { connect } from 'node:net';
import { exchangeCode } from '$lib/protocol/client/exchange-code';
import type { Fault } from '../fault';
import { lineTo } from '../parts/line';
import { offerAgain } from '../parts/load';
import { madeStory } from '../parts/made-stories';
import { verify } from '../parts/verify';

const SLOW = 200;
/** Headers have 20 seconds, whole requests 120; Node looks every 30. */
const CUT_WITHIN_MS = 60_000;
const OVER_LIMIT = 3 * 1024 * 1024;

/** Two hundred senders of half a head each, for ever: they are cut off, and meanwhile stories arrive as always. */
export const slowSenders: Fault = {
  name: 'slow-senders',
  lines: [45],
  engines: ['sqlite'],
  short: 0,
  most: 1,
  async run({ install, random, ledger, expect }) {
    const here = await install();
    const server = await here.start();
    const ends = Array.from({ length: SLOW }, () => slowly(here.port));
    for (let sent = 0; sent < 20; sent += 1) {
      const started = performance.now();
      await offerAgain({ url: here.url, code: server.code, ledger }, [
        ledger.tell(await madeStory(random, server.code, sent + 1)),
      ]);
      const ms = performance.now() - started;
      expect(ms < 5000, `beside ${SLOW} slow senders a story took ${Math.round(ms)} ms`);
    }
    const longest = Math.max(...(await Promise.all(ends)));
    expect(longest < CUT_WITHIN_MS, `a sender of half a head was kept for ${Math.round(longest / 1000)} s`);
    await server.stop();
    await verify(here, ledger);
  },
};

/** A letter of a head every second. @returns after how many ms the server hung up */
function slowly(port: number): Promise<number> {
  const started = performance.now();
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.write('POST /api/v1/push HTTP/1.1\r\nhost: localhost\r\nx-slow: ');
    const drip = setInterval(() => socket.write('a'), 1000);
    const enough = setTimeout(() => socket.destroy(), CUT_WITHIN_MS + 5000);
    socket.on('error', () => undefined);
    socket.on('close', () => {
      clearInterval(drip);
      clearTimeout(enough);
      resolve(performance.now() - started);
    });
  });
}

/** Bodies that are, claim to be, or unpack to more than is taken: 413 or a closed line, and stories arrive as always. */
export const largeBodies: Fault = {
  name: 'large-bodies',
  lines: [45],
  engines: ['sqlite'],
  short: 0,
  most: 3,
  async run({ install, rounds, random, ledger, expect }) {
    const here = await install();
    const server = await here.start();
    const line = lineTo(() => here.url);
    const exchanged = await exchangeCode(server.code, line);
    if (exchanged.kind !== 'answered') throw new Error(exchanged.kind);
    const headers = { authorization: `Bearer ${exchanged.value.token}`, 'content-type': 'application/json' };
    const push = (init: RequestInit) =>
      line('/api/v1/push', { method: 'POST', ...init }).then(
        ({ status }) => status,
        () => 'closed' as const,
      );
    for (let round = 0; round < rounds; round += 1) {
      const plain = await push({ headers, body: ' '.repeat(OVER_LIMIT) });
      expect(plain === 413 || plain === 'closed', `3 MB were answered ${plain}`);
      const packed = new Blob([' '.repeat(50 * OVER_LIMIT)]).stream().pipeThrough(new CompressionStream('gzip'));
      const bomb = await new Response(packed).arrayBuffer();
      const unpacked = await push({ headers: { ...headers, 'content-encoding': 'gzip' }, body: bomb });
      expect(unpacked === 413, `150 MB packed into ${bomb.byteLength} bytes were answered ${unpacked}`);
      const claimed = await claiming(here.port, 10 * 1024 ** 3);
      expect(claimed.includes(' 413 '), `10 GB announced were answered ${claimed}`);
      await offerAgain({ url: here.url, code: server.code, ledger }, [
        ledger.tell(await madeStory(random, server.code, round + 1)),
      ]);
    }
    await server.stop();
    await verify(here, ledger);
  },
};

/** Announces a body and sends none of it. @returns the status line */
function claiming(port: number, bytes: number): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.setTimeout(10_000, () => socket.destroy());
    let heard = '';
    socket.on('data', (text) => (heard += String(text)));
    socket.on('error', () => undefined);
    socket.on('close', () => resolve(heard.split('\r\n', 1)[0] ?? ''));
    socket.on('data', () => socket.destroy());
    socket.write(
      `POST /api/v1/push HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\ncontent-type: application/json\r\ncontent-length: ${bytes}\r\n\r\n{`,
    );
  });
}
