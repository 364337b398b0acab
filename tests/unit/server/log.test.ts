import type { RequestEvent } from '@sveltejs/kit';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { POST as exchange } from '../../../src/routes/api/v1/collectors/exchange/+server';
import { POST as push } from '../../../src/routes/api/v1/push/+server';
import { handle, handleError } from '../../../src/hooks.server';
import { describeError } from '$lib/server/log';
import { provideServices } from '$lib/server/services';
import { hashToken } from '$lib/server/token';
import { withSheffield } from '../../fixtures/programmes';
import { aPush, anItem } from '../../fixtures/pushes';
import { NOON, openTestServices, type ServicesUnderTest } from '../../fixtures/services';
import { aStory, idNumber } from '../../fixtures/stories';

const TOKEN = 'S3cretS3cretS3cretS3cretS3cretS3cretS3cret0';
const WORDS = 'Wolkenkuckucksheim';
const CONTACT = 'ring me at the allotment';
const ADDRESS = '203.0.113.77';
const SECRETS = [WORDS, CONTACT, TOKEN, ADDRESS, 'K7M2QP'];
let under: ServicesUnderTest;

beforeEach(async () => {
  under = openTestServices();
  await withSheffield(under.services.store);
  await under.services.store.saveCaptureToken(hashToken(TOKEN), 'K7M2QP', NOON);
  provideServices(under.services);
});
afterEach(() => under.close());

async function asked(endpoint: typeof push | typeof exchange, path: string, body: unknown): Promise<Response> {
  const event = {
    request: new Request(`http://localhost${path}?words=${WORDS}`, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { authorization: `Bearer ${TOKEN}`, 'x-forwarded-for': ADDRESS, 'user-agent': WORDS },
    }),
    url: new URL(`http://localhost${path}`),
    route: { id: path },
    getClientAddress: () => ADDRESS,
  } as unknown as RequestEvent; // the part of an event that our routes use
  return handle({
    event,
    resolve: async (resolved) => {
      try {
        return await endpoint(resolved as Parameters<typeof push>[0] & Parameters<typeof exchange>[0]); // one event serves both
      } catch (error) {
        await handleError({ error, event, status: 500, message: 'Internal Error' });
        return new Response(null, { status: 500 });
      }
    },
  });
}

function expectNoSecrets(): void {
  expect(under.logged.length).toBeGreaterThan(0);
  for (const secret of SECRETS) expect(under.logged.join('')).not.toContain(secret);
}

describe('the log', () => {
  it('never holds words, ways to be reached, tokens, codes or addresses of a push that was stored or refused', async () => {
    const told = aStory({ title: WORDS, text: `${WORDS}. ${WORDS}` });
    const good = await anItem(told, { help: { wanted: true, contact: CONTACT } });
    const other = await anItem(aStory({ title: `${WORDS} again` }));
    const items = [good, other, { id: idNumber(3), story: { text: WORDS } }, WORDS];
    const response = await asked(push, '/api/v1/push', aPush(items));
    expect(response.status).toBe(200);
    expect(await response.text()).not.toContain(WORDS);
    expect(under.logged.join('')).toContain('"outcomes":["stored","refused","refused","refused"]');
    expectNoSecrets();
  });

  it('never holds them when the store fails with a message that quotes them', async () => {
    vi.spyOn(under.services.store, 'acceptStories').mockRejectedValue(
      new Error(`constraint failed near ${WORDS}`, { cause: new TypeError(CONTACT) }),
    );
    const response = await asked(push, '/api/v1/push', aPush([await anItem(aStory({ text: WORDS }))]));
    expect(response.status).toBe(500);
    expect(under.logged.join('')).toContain('"msg":"fault"');
    expectNoSecrets();
  });

  it('never holds a code or an address of an exchange', async () => {
    expect((await asked(exchange, '/api/v1/collectors/exchange', { code: 'K7M2QP' })).status).toBe(200);
    expect((await asked(exchange, '/api/v1/collectors/exchange', { code: WORDS })).status).toBe(404);
    expectNoSecrets();
  });

  it('tells where an error happened and of what kind it was', () => {
    const error = Object.assign(new RangeError(WORDS), { code: 'SQLITE_BUSY' });
    const described = describeError(error);
    expect(described).toMatchObject({ error: 'RangeError', code: 'SQLITE_BUSY' });
    expect(JSON.stringify(described['at'])).toContain('log.test.ts');
    expect(JSON.stringify(described)).not.toContain(WORDS);
    expect(describeError(WORDS)).toEqual({ error: 'string' });
  });
});

describe('when the disk is full', () => {
  it('a push is answered with 507 and when to come back; nothing is acknowledged', async () => {
    const full = Object.assign(new Error('the disk is full'), { kind: 'storage_full' });
    vi.spyOn(under.services.store, 'acceptStories').mockRejectedValue(full);
    const response = await asked(push, '/api/v1/push', aPush([await anItem(aStory())]));
    expect(response.status).toBe(507);
    expect(response.headers.get('retry-after')).toBe('60');
    expect(await response.json()).toMatchObject({ kind: 'storage_full' });
  });
});
