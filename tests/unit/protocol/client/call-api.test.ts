import { gunzipSync } from 'node:zlib';
import * as z from 'zod/mini';
import { describe, expect, test } from 'vitest';
import { callApi, type Fetcher } from '$lib/protocol/client/call-api';
import { pushBatch } from '$lib/protocol/client/push-batch';
import { retryAfterMs } from '$lib/protocol/client/retry-after';
import { PROTOCOL_VERSION } from '$lib/protocol/version';
import { PushRequestSchema } from '$lib/protocol/push';

const answer = z.object({ fine: z.boolean() });
const call = { url: '/api', answer, timeoutMs: 1000 };
const answering =
  (body: BodyInit | null, init?: ResponseInit): Fetcher =>
  () =>
    Promise.resolve(new Response(body, init));

function cutBody(): ReadableStream {
  return new ReadableStream({
    start(controller) {
      controller.enqueue(new TextEncoder().encode('{"fine":tr'));
      controller.error(new TypeError('connection lost'));
    },
  });
}

describe('only a whole answer of ours counts', () => {
  test.each([
    ['a message as expected', '{"fine":true}', {}, 'answered'],
    ['a captive portal page with 200', '<html>Log in</html>', {}, 'not_understood'],
    ['JSON of somebody else with 200', '{"ok":1}', {}, 'not_understood'],
    ['half a message', '{"fine":tr', {}, 'not_understood'],
    ['nothing, with 204', null, { status: 204 }, 'not_understood'],
    ['a redirect to a log-in page', null, { status: 302, headers: { location: 'http://portal/' } }, 'not_understood'],
    ['a proxy that is out of order', 'Bad gateway', { status: 502 }, 'not_understood'],
    ['a problem of our server', '{"kind":"busy","message":"Later."}', { status: 503 }, 'refused'],
    ['a problem of no kind we know', '{"kind":"magic","message":"?"}', { status: 418 }, 'not_understood'],
  ])('%s', async (_, body, init, kind) => {
    expect((await callApi(call, answering(body, init))).kind).toBe(kind);
  });

  test('a connection cut in the middle of the body is no answer', async () => {
    expect((await callApi(call, answering(cutBody()))).kind).toBe('unreachable');
  });

  test('no network is no answer', async () => {
    expect((await callApi(call, () => Promise.reject(new TypeError('failed to fetch')))).kind).toBe('unreachable');
  });

  const hanging: Fetcher = (_, { signal }) =>
    new Promise((__, reject) => signal?.addEventListener('abort', () => reject(new DOMException('', 'AbortError'))));

  test('a server that never ends its answer is timed out', async () => {
    expect((await callApi({ ...call, timeoutMs: 20 }, hanging)).kind).toBe('timed_out');
  });

  test('a caller may call it off', async () => {
    const caller = new AbortController();
    const called = callApi({ ...call, signal: caller.signal }, hanging);
    setTimeout(() => caller.abort(), 10);
    expect((await called).kind).toBe('cancelled');
  });
});

describe('what is sent', () => {
  async function sent(body?: string): Promise<RequestInit> {
    let init: RequestInit = {};
    const fetcher: Fetcher = (_, given) => {
      init = given;
      return Promise.resolve(new Response('{"fine":true}'));
    };
    await callApi({ ...call, token: 'secret', ...(body === undefined ? {} : { body }) }, fetcher);
    return init;
  }

  test('carries the token in a header, no cookie, follows no redirect and is kept by no cache', async () => {
    const init = await sent();
    expect(init).toMatchObject({ credentials: 'omit', redirect: 'manual', cache: 'no-store' });
    expect(new Headers(init.headers).get('authorization')).toBe('Bearer secret');
  });

  test('is packed when that is worth it', async () => {
    const long = JSON.stringify({ text: 'The bus came late. '.repeat(200) });
    const init = await sent(long);
    expect(new Headers(init.headers).get('content-encoding')).toBe('gzip');
    expect(gunzipSync(Buffer.from(init.body as ArrayBuffer)).toString()).toBe(long); // packed bodies are buffers
    expect(new Headers((await sent('{}')).headers).get('content-encoding')).toBeNull();
  });
});

describe('Retry-After', () => {
  const serverTime = Date.parse('Mon, 02 Nov 2026 10:00:00 GMT');
  test.each([
    ['120', serverTime, 120_000],
    ['0', null, 0],
    ['Mon, 02 Nov 2026 10:00:30 GMT', serverTime, 30_000],
    ['Mon, 02 Nov 2026 09:00:00 GMT', serverTime, 0],
    ['Mon, 02 Nov 2026 10:00:30 GMT', null, null],
    ['999999999', serverTime, 3_600_000],
    ['soon', serverTime, null],
    [null, serverTime, null],
  ])('%s is understood, by the clock of the server', (header, time, expected) => {
    expect(retryAfterMs(header, time)).toBe(expected);
  });
});

describe('a batch', () => {
  const batch = {
    token: 't',
    deviceId: '6f9619ff-8b86-4011-b42d-00c04fc964ff',
    waiting: 2,
    items: ['{"id":"a"}', '{"id":"b"}'],
  };

  test('is one message whose items are exactly the bytes that were kept', async () => {
    let body: unknown;
    await pushBatch(batch, (_, init) => {
      body = init.body;
      return Promise.resolve(new Response('{}'));
    });
    const message = PushRequestSchema.parse(JSON.parse(String(body)));
    expect(message).toEqual({
      protocol: PROTOCOL_VERSION,
      device: { id: batch.deviceId, waiting: 2 },
      items: [{ id: 'a' }, { id: 'b' }],
    });
  });

  test('an outcome of a kind this version does not know acknowledges nothing and spoils no other; a new reason is heard', async () => {
    const outcomes = [
      { id: 'a', outcome: 'set_aside' },
      { id: 'b', outcome: 'stored' },
      { id: 'c', outcome: 'refused', reason: { kind: 'a new reason', message: 'New.' } },
    ];
    const answered = await pushBatch(batch, answering(JSON.stringify({ protocol: 2, epoch: 'e', outcomes })));
    expect(answered).toMatchObject({ kind: 'answered', value: { outcomes: outcomes.slice(1) } });
  });
});
