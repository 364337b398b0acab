import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RequestEvent } from '@sveltejs/kit';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { POST as exchange } from '../../../../src/routes/api/v1/collectors/exchange/+server';
import { POST as push } from '../../../../src/routes/api/v1/push/+server';
import { PushResponseSchema } from '$lib/protocol/push';
import { provideServices } from '$lib/server/services';
import { hashToken } from '$lib/server/token';
import { withSheffield } from '../../../fixtures/programmes';
import { aPush, anItem } from '../../../fixtures/pushes';
import { NOON, openTestServices, type ServicesUnderTest } from '../../../fixtures/services';
import { aStory } from '../../../fixtures/stories';

const TOKEN = 'T'.repeat(43);
const ADDRESS = '203.0.113.77';
const BROWSER = 'Quillwort/5.0 (a browser of a test)';
let under: ServicesUnderTest;

beforeEach(async () => {
  under = openTestServices();
  await withSheffield(under.services.store);
  await under.services.store.saveCaptureToken(hashToken(TOKEN), 'K7M2QP', NOON);
  provideServices(under.services);
});
afterEach(() => under.close());

function asked(endpoint: typeof push | typeof exchange, path: string, body: unknown): Promise<Response> {
  const event = {
    request: new Request(`http://localhost${path}`, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { authorization: `Bearer ${TOKEN}`, 'x-forwarded-for': ADDRESS, 'user-agent': BROWSER },
    }),
    url: new URL(`http://localhost${path}`),
    route: { id: path },
    getClientAddress: () => ADDRESS,
  } as unknown as RequestEvent; // the part of an event that our routes use
  return Promise.resolve(endpoint(event as Parameters<typeof push>[0] & Parameters<typeof exchange>[0])); // one event serves both
}

/** Every byte of the data folder. */
function everythingKept(folder = under.services.settings.data): string {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1'))
    .join('\n');
}

describe('of whoever tells', () => {
  it('neither address nor browser is kept anywhere, though both come with every request', async () => {
    expect((await asked(exchange, '/api/v1/collectors/exchange', { code: 'K7M2QP' })).status).toBe(200);
    const item = await anItem(aStory({ text: 'Bladderwort is a plant.' }));
    expect((await asked(push, '/api/v1/push', aPush([item]))).status).toBe(200);
    const kept = everythingKept();
    expect(kept).toContain('Bladderwort');
    for (const secret of [ADDRESS, 'Quillwort']) expect(kept).not.toContain(secret);
  });

  it.each([
    ['an exact age', { about: { places: {}, questions: {}, age: 9 } }],
    ['a date of birth', { about: { places: {}, questions: {}, born: '2017-03-04' } }],
    ['a location', { location: { latitude: 53.38, longitude: -1.47 } }],
    ['a name', { teller: 'A name' }],
  ])('a story has no place for %s: it is refused, and nothing of it is kept', async (_, more) => {
    const item = await anItem({ ...aStory({ text: 'Bladderwort is a plant.' }), ...more });
    const response = await asked(push, '/api/v1/push', aPush([item]));
    const { outcomes } = PushResponseSchema.parse(await response.json());
    expect(outcomes).toMatchObject([{ outcome: 'refused' }]);
    expect(everythingKept()).not.toContain('Bladderwort');
  });
});
