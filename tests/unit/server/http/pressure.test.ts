import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { connect, type Socket } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { directPush } from '$lib/server/http/direct-push';
import { drainable } from '$lib/server/http/drain';
import { patience } from '$lib/server/http/patience';
import type { Services } from '$lib/server/services';
import { hashToken } from '$lib/server/token';
import { withSheffield } from '../../../fixtures/programmes';
import { aPush, anItem } from '../../../fixtures/pushes';
import { NOON, openTestServices, type ServicesUnderTest } from '../../../fixtures/services';
import { aStory, idNumber } from '../../../fixtures/stories';

const TOKEN = 'T'.repeat(43);
const HEAD = ['POST /api/v1/push HTTP/1.1', 'Host: localhost', `Authorization: Bearer ${TOKEN}`];

let under: ServicesUnderTest;
let served: Services;
let server: Server;
let draining: ReturnType<typeof drainable>;
let port = 0;

// Pushes at Node's own server, with the patience of the real one a hundredth as long.
beforeEach(async () => {
  under = openTestServices();
  served = under.services;
  await withSheffield(under.services.store);
  await under.services.store.saveCaptureToken(hashToken(TOKEN), 'K7M2QP', NOON);
  server = createServer(patience(0.01), (request, response) => {
    if (!directPush(served)(request, response)) response.writeHead(404).end();
  });
  draining = drainable(server);
  server.on('request', (_, response) => draining.note(response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  port = typeof address === 'object' && address !== null ? address.port : 0;
});
afterEach(async () => {
  server.closeAllConnections();
  server.close();
  await under.close();
});

interface Line {
  readonly socket: Socket;
  /** All that was answered, once the server has closed the connection or there is a whole answer. */
  readonly answered: Promise<string>;
}

/** Whoever is cut off in the middle of a write hears of it as an error first. */
function closed(socket: Socket): Promise<void> {
  return new Promise((resolve) => socket.once('close', () => resolve()));
}

function open(...lines: readonly string[]): Line {
  const socket = connect(port, '127.0.0.1');
  socket.on('error', () => undefined);
  socket.write(`${[...HEAD, ...lines].join('\r\n')}\r\n`);
  const answered = new Promise<string>((resolve) => {
    let heard = '';
    socket.on('data', (bytes) => {
      heard += bytes.toString();
      if (/\r\n\r\n.*\}$/s.test(heard)) resolve(heard);
    });
    socket.on('close', () => resolve(heard));
  });
  return { socket, answered };
}

async function pushed(n: number): Promise<number> {
  const body = gzipSync(JSON.stringify(aPush([await anItem(aStory({ id: idNumber(n) }))])));
  const headers = { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json', 'content-encoding': 'gzip' };
  const response = await fetch(`http://127.0.0.1:${port}/api/v1/push`, { method: 'POST', headers, body });
  await response.arrayBuffer();
  return response.status;
}

describe('a server under pressure', () => {
  it('answers 503 and says when to come again while its queue is full, without waiting for the body', async () => {
    served = { ...under.services, store: { ...under.services.store, busy: () => true } };
    const { answered, socket } = open('Content-Type: application/json', 'Content-Length: 200000', '');
    const heard = await answered;
    socket.destroy();
    expect(heard).toMatch(/^HTTP\/1.1 503 /);
    expect(heard).toMatch(/\r\nretry-after: 2\r\n/i);
    expect(heard).toContain('"kind":"busy"');
  });

  it('refuses a body that says it is too large before a byte of it is sent', async () => {
    const { answered, socket } = open('Content-Type: application/json', 'Content-Length: 10000000000', '');
    expect(await answered).toMatch(/^HTTP\/1.1 413 /);
    socket.destroy();
  });

  it('refuses a body that never ends, and ends the connection', async () => {
    const { answered, socket } = open('Content-Type: application/json', 'Transfer-Encoding: chunked', '');
    const chunk = `1000\r\n${' '.repeat(0x1000)}\r\n`;
    const sending = setInterval(() => socket.write(chunk.repeat(16)), 5);
    const ended = closed(socket);
    // Whoever goes on writing may be cut off before the answer is read.
    expect(await answered).toMatch(/^(HTTP\/1.1 413 .*connection: close.*)?$/is);
    await ended;
    clearInterval(sending);
  });

  it.each([
    ['headers', ['X-Slow: a']],
    ['a body', ['Content-Type: application/json', 'Content-Length: 5000', '']],
  ])('cuts off who sends %s a byte at a time, and goes on with everybody else', async (_, lines) => {
    const slow = Array.from({ length: 20 }, () => open(...lines));
    const sending = setInterval(() => slow.forEach(({ socket }) => socket.write('a')), 20);
    const ended = slow.map(({ socket }) => closed(socket));
    expect(await pushed(1)).toBe(200);
    await Promise.all(ended);
    clearInterval(sending);
    for (const { answered } of slow) expect(await answered).toMatch(/^(HTTP\/1.1 408 .*)?$/s);
    expect(await pushed(2)).toBe(200);
  });

  it('answers what it has begun when it is told to stop; whatever was acknowledged is there', async () => {
    const { store } = under.services;
    const asked = Array.from({ length: 60 }, (_, n) => pushed(n).catch(() => 'no answer' as const));
    await new Promise<void>((resolve) => server.once('request', () => resolve()));
    await draining.drain();
    const answers = await Promise.all(asked);
    const stored = await store.storiesOf('sheffield-send', 0, 100);
    const there = new Set(stored.map(({ story }) => story.id));
    answers.forEach((answer, n) => {
      if (answer === 200) expect(there.has(idNumber(n))).toBe(true);
    });
    expect(answers.filter((answer) => answer === 200).length).toBeGreaterThan(0);
    expect(answers.every((answer) => answer === 200 || answer === 'no answer')).toBe(true);
  });
});
