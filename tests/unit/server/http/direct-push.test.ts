import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ProblemSchema } from '$lib/protocol/problem';
import { MAX_BATCH_STORIES, PushResponseSchema } from '$lib/protocol/push';
import { directPush } from '$lib/server/http/direct-push';
import { hashToken } from '$lib/server/token';
import { withSheffield } from '../../../fixtures/programmes';
import { aPush, anItem } from '../../../fixtures/pushes';
import { NOON, openTestServices, type ServicesUnderTest } from '../../../fixtures/services';
import { aStory, idNumber } from '../../../fixtures/stories';

const TOKEN = 'T'.repeat(43);
const JSON_TYPE = { 'content-type': 'application/json' };
const WENT_ON = 418;

let under: ServicesUnderTest;
let server: Server;
let port = 0;

// What is not taken is answered as nothing of ours would.
beforeEach(async () => {
  under = openTestServices();
  await withSheffield(under.services.store);
  await under.services.store.saveCaptureToken(hashToken(TOKEN), 'K7M2QP', NOON);
  const takes = directPush(under.services);
  server = createServer((request, response) => {
    if (!takes(request, response)) response.writeHead(WENT_ON).end();
  });
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

async function sent(body: unknown, headers: Record<string, string> = JSON_TYPE, path = '/api/v1/push') {
  const all = { authorization: `Bearer ${TOKEN}`, ...headers };
  return fetch(`http://127.0.0.1:${port}${path}`, { method: 'POST', headers: all, body: JSON.stringify(body) });
}

describe('a push before Kit', () => {
  it('is stored, and answered story by story', async () => {
    const response = await sent(aPush([await anItem(aStory()), 'no story']));
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toMatch(/^application\/json/);
    const { outcomes } = PushResponseSchema.parse(await response.json());
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(['stored', 'refused']);
    expect(await under.services.store.countStories('sheffield-send')).toBe(1);
    expect(under.logged.join('')).toContain('"route":"/api/v1/push","status":200');
  });

  it('is answered packed where that is understood and worth it', async () => {
    const items = Array.from({ length: MAX_BATCH_STORIES }, (_, n) => ({ id: idNumber(n) }));
    const packed = await sent(aPush(items), { ...JSON_TYPE, 'accept-encoding': 'gzip' });
    expect(packed.headers.get('content-encoding')).toBe('gzip');
    expect(packed.headers.get('vary')).toBe('accept-encoding');
    const plain = await sent(aPush(items), { ...JSON_TYPE, 'accept-encoding': 'identity' });
    expect(plain.headers.get('content-encoding')).toBeNull();
    expect(await packed.json()).toEqual(await plain.json());
    const short = await sent(aPush([]), { ...JSON_TYPE, 'accept-encoding': 'gzip' });
    expect(short.headers.get('content-encoding')).toBeNull();
  });

  it.each<[string, unknown, Record<string, string>, number, string]>([
    [
      'no token we know',
      aPush([{}]),
      { ...JSON_TYPE, authorization: `Bearer ${'x'.repeat(43)}` },
      401,
      'token_not_valid',
    ],
    ['no message of ours', { items: [] }, JSON_TYPE, 400, 'bad_request'],
    ['a body nobody reads', 'x'.repeat(300_000), JSON_TYPE, 413, 'too_large'],
  ])('with %s is refused in the words of the API', async (_, body, headers, status, kind) => {
    const response = await sent(body, headers);
    expect(response.status).toBe(status);
    expect(ProblemSchema.parse(await response.json()).kind).toBe(kind);
  });

  it('that breaks something is a fault of ours: said as such, and logged without its words', async () => {
    vi.spyOn(under.services.store, 'acceptStories').mockRejectedValue(new Error('near SYNTHETIC WORDS'));
    const response = await sent(aPush([await anItem(aStory())]));
    expect(response.status).toBe(500);
    expect(ProblemSchema.parse(await response.json()).kind).toBe('server_fault');
    expect(under.logged.join('')).toContain('"msg":"fault"');
    expect(under.logged.join('')).not.toContain('SYNTHETIC');
  });

  it.each<[string, Record<string, string>, string?]>([
    ['from another site', { ...JSON_TYPE, 'sec-fetch-site': 'cross-site' }],
    ['from another port', { ...JSON_TYPE, 'sec-fetch-site': 'same-site' }],
    ['of which only its origin is known', { ...JSON_TYPE, origin: 'http://sheaf.test' }],
    ['like one of a form', { 'content-type': 'text/plain' }],
    ['to another address', JSON_TYPE, '/api/v1/push/'],
    ['with a question in its address', JSON_TYPE, '/api/v1/push?a'],
  ])('%s goes on to Kit, unread', async (_, headers, path) => {
    expect((await sent(aPush([{}]), headers, path)).status).toBe(WENT_ON);
  });

  it.each(['same-origin', 'none'])('of a browser that says %s is taken', async (site) => {
    const response = await sent(aPush([]), { ...JSON_TYPE, 'sec-fetch-site': site, origin: 'http://sheaf.test' });
    expect(response.status).toBe(400);
  });

  it('by any other method goes on to Kit', async () => {
    expect((await fetch(`http://127.0.0.1:${port}/api/v1/push`)).status).toBe(WENT_ON);
  });
});
