import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SHEFFIELD_TRIAL } from '$lib/domain/programme/sheffield-trial';
import { permits, STAFF_ROLES, type Permission, type StaffRole } from '$lib/domain/programme/staff-role';
import { RegionSchema } from '$lib/domain/programme/region';
import { withSheffield } from '../../fixtures/programmes';
import { aMember, anEvent, installation, type Installation } from '../../fixtures/staff';
import { accepted, aStory, idNumber } from '../../fixtures/stories';
import { TONE, captureToken, send, sha256 } from '../../fixtures/uploads';

const MINE = 'sheffield-send';
const FOREIGN = 'foreign';
const NOWHERE = 'nowhere';

interface GuardedRoute {
  /** Its file under src/routes. */
  readonly file: string;
  readonly method: 'GET' | 'POST';
  readonly needs: Permission;
  readonly status: number;
  readonly body?: (programme: string) => unknown;
  /** Of the story or the call it is about; 7 where none is said. */
  readonly id?: number;
}

const A_REGION = {
  id: idNumber(7),
  signifier: 'triad.right',
  wish: 'more',
  words: 'The right help at the right time',
  shape: {
    kind: 'loop',
    points: [
      [0.4, 0],
      [0.6, 0],
      [0.5, 0.2],
    ],
  },
};

/** Every route that belongs to a programme. A new one that is not here fails the last test of this file. */
const GUARDED: readonly GuardedRoute[] = [
  { file: 'api/v1/care/[programme]/queue', method: 'GET', needs: 'queue.read', status: 200 },
  { file: 'api/v1/care/[programme]/stories/[id]', method: 'GET', needs: 'queue.read', status: 200 },
  {
    file: 'api/v1/care/[programme]/stories/[id]/files/[sha256]',
    method: 'GET',
    needs: 'queue.read',
    status: 200,
  },
  {
    file: 'api/v1/care/[programme]/stories/[id]/reading',
    method: 'POST',
    needs: 'story.clear',
    status: 200,
    body: () => ({ outcome: 'concern' }),
  },
  { file: 'api/v1/care/[programme]/help-calls/[id]/note', method: 'GET', needs: 'help.read', status: 200 },
  { file: 'api/v1/care/[programme]/help-calls/[id]/contact', method: 'GET', needs: 'help.read', status: 200, id: 9 },
  {
    file: 'api/v1/care/[programme]/help-calls/[id]/end',
    method: 'POST',
    needs: 'help.read',
    status: 204,
    id: 9,
    body: () => ({ note: 'Saw them.' }),
  },
  {
    file: 'api/v1/invitations',
    method: 'POST',
    needs: 'people.invite',
    status: 201,
    body: (programme) => ({ programme, roles: ['viewer'] }),
  },
  {
    file: 'api/v1/explore/[programme]/stories/[serial]/files/[sha256]',
    method: 'GET',
    needs: 'story.read_cleared',
    status: 200,
  },
  { file: 'api/v1/explore/[programme]', method: 'GET', needs: 'columns.read', status: 200 },
  { file: 'api/v1/explore/[programme]/columns', method: 'GET', needs: 'columns.read', status: 200 },
  { file: 'api/v1/explore/[programme]/tables', method: 'GET', needs: 'release.read', status: 200 },
  {
    file: 'api/v1/explore/[programme]/stories',
    method: 'POST',
    needs: 'story.read_cleared',
    status: 200,
    body: () => ({ serials: [1] }),
  },
  {
    file: 'api/v1/explore/[programme]/words',
    method: 'POST',
    needs: 'story.read_cleared',
    status: 200,
    body: () => ({ within: '', first: '', second: null, language: null }),
  },
  { file: 'api/v1/explore/[programme]/reach', method: 'GET', needs: 'columns.read', status: 200 },
  { file: 'api/v1/explore/[programme]/regions', method: 'GET', needs: 'columns.read', status: 200 },
  {
    file: 'api/v1/explore/[programme]/regions',
    method: 'POST',
    needs: 'regions.draw',
    status: 200,
    body: () => A_REGION,
  },
  {
    file: 'api/v1/explore/[programme]/regions/[id]/retire',
    method: 'POST',
    needs: 'regions.draw',
    status: 200,
    body: () => ({}),
  },
  { file: 'api/v1/explore/[programme]/pattern-names', method: 'GET', needs: 'columns.read', status: 200 },
  {
    file: 'api/v1/explore/[programme]/pattern-names',
    method: 'POST',
    needs: 'patterns.name',
    status: 200,
    body: () => ({ pattern: 'core-1a2b3c', name: 'Somebody stayed' }),
  },
];

/** Open to anybody, or to a device with its own token, or guarded by a one-time link: each has tests of its own. */
const NOT_OF_A_PROGRAMME = [
  'api/auth/[...all]',
  'api/v1/collectors/exchange',
  'api/v1/editions/[framework]/[version]/[audience]',
  'api/v1/epoch',
  'api/v1/first-steward',
  'api/v1/help-calls',
  'api/v1/invitations/accept',
  'api/v1/me',
  'api/v1/media/[[upload]]',
  'api/v1/programmes',
  'api/v1/push',
  'api/v1/recordings/[programme]/[hash]',
  'api/v1/recordings/[programme]/list/[framework]/[version]/[audience]/[locale]',
  'api/v1/receipts/look',
  'api/v1/receipts/sharing',
  'api/v1/receipts/withdraw',
  'api/v1/schema.json',
];

type Handler = (event: never) => Response | Promise<Response>;
const modules = import.meta.glob<Record<string, Handler>>('../../../src/routes/api/**/+server.ts');

let here: Installation;
const jars = new Map<StaffRole | 'nobody', Map<string, string>>();

beforeAll(async () => {
  here = installation();
  const { store } = here.services;
  await withSheffield(store);
  await store.createProgramme({ ...SHEFFIELD_TRIAL, slug: FOREIGN, name: 'Somebody else’s' });
  const media = [{ sha256: sha256(TONE), kind: 'voice' as const, mime: 'audio/webm', bytes: TONE.length }];
  const story = aStory({ id: idNumber(7), media });
  await store.acceptStories([await accepted(story)], here.services.now());
  await store.acceptStories([await accepted({ ...story, programme: FOREIGN })], here.services.now());
  await store.acceptStories([await accepted({ ...story, id: idNumber(8) })], here.services.now());
  await send(here.services, await captureToken(here.services), TONE);
  const reading = { outcome: 'clear' as const, reader: 'somebody', at: here.services.now(), note: null };
  await store.recordReading(MINE, idNumber(8), reading);
  const sealed = { key: 'k', programme: MINE, enc: 'e', sealed: 'who' };
  await store.addHelpCall(MINE, { id: idNumber(7), at: here.services.now(), audience: 'child', sealed });
  await store.addHelpCall(MINE, { id: idNumber(9), at: here.services.now(), audience: 'child', sealed });
  await store.answerHelpCall(MINE, idNumber(7), { by: 'somebody', at: here.services.now(), note: sealed });
  await store.addRegion(
    MINE,
    RegionSchema.parse({ ...A_REGION, drawn: { by: 'somebody', at: '2026-11-01T10:00:00.000Z' }, retired: null }),
  );
  jars.set('nobody', new Map());
  for (const role of STAFF_ROLES) jars.set(role, await aMember(here.access, `${role}@example.org`, MINE, [role]));
});
afterAll(() => here.close());

async function ask(route: GuardedRoute, role: StaffRole | 'nobody', programme: string): Promise<Response> {
  const load = modules[`../../../src/routes/${route.file}/+server.ts`];
  const handler = (await load?.())?.[route.method];
  if (handler === undefined) throw new Error(`${route.method} ${route.file} is not there`);
  const event = anEvent(`/${route.file}`, {
    method: route.method,
    jar: new Map(jars.get(role)),
    params: { programme, id: idNumber(route.id ?? 7), serial: '3', sha256: sha256(TONE) },
    ...(route.body === undefined ? {} : { body: route.body(programme) }),
  });
  return handler(event as never); // a request as the route sees it
}

describe.each(GUARDED)('$method /$file', (route) => {
  it.each(STAFF_ROLES)(`lets a %s in exactly when that role has ${route.needs}`, async (role) => {
    const { status } = await ask(route, role, MINE);
    expect(status).toBe(permits([role], route.needs) ? route.status : 403);
  });

  it('asks anybody who is not signed in to sign in, whatever the programme', async () => {
    for (const programme of [MINE, FOREIGN, NOWHERE]) expect((await ask(route, 'nobody', programme)).status).toBe(401);
  });

  it.each(STAFF_ROLES)('answers a %s for a foreign programme exactly as for one that does not exist', async (role) => {
    const [foreign, nowhere] = await Promise.all([ask(route, role, FOREIGN), ask(route, role, NOWHERE)]);
    expect(foreign.status).toBe(404);
    expect(nowhere.status).toBe(404);
    expect(await foreign.text()).toBe(await nowhere.text());
    expect([...foreign.headers]).toEqual([...nowhere.headers]);
  });

  it('refuses a request that another site made', async () => {
    if (route.method === 'GET') return expect(route.body).toBeUndefined();
    const load = modules[`../../../src/routes/${route.file}/+server.ts`];
    const handler = (await load?.())?.[route.method];
    const event = anEvent(`/${route.file}`, {
      method: route.method,
      jar: new Map(jars.get('steward')),
      params: { programme: MINE, id: idNumber(route.id ?? 7), serial: '3', sha256: sha256(TONE) },
      body: route.body?.(MINE),
      headers: { 'sec-fetch-site': 'same-site' },
    });
    expect((await handler?.(event as never))?.status).toBe(403); // as above
  });
});

it('gives a viewer the released tables and nothing of record level', async () => {
  const open = GUARDED.filter(({ needs }) => permits(['viewer'], needs)).map(({ file }) => file);
  expect(open).toEqual(['api/v1/explore/[programme]/tables']);
  for (const route of GUARDED.filter(({ file }) => /columns|stories$|words|reach|files/.test(file)))
    expect((await ask(route, 'viewer', MINE)).status).toBe(403);
});

it('knows every route of the API', () => {
  const found = Object.keys(modules).map((path) => path.replace('../../../src/routes/', '').replace('/+server.ts', ''));
  const known = new Set([...NOT_OF_A_PROGRAMME, ...GUARDED.map(({ file }) => file)]);
  expect(found.sort()).toEqual([...known].sort());
});
