import { gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { decodeSnapshot } from '$lib/columns/decode-snapshot';
import type { StaffRole } from '$lib/domain/programme/staff-role';
import { SHEFFIELD_TRIAL } from '$lib/domain/programme/sheffield-trial';
import type { Story } from '$lib/domain/story/story';
import { ExploreHeadSchema, StoriesResponseSchema } from '$lib/protocol/explore';
import { GET as getHead } from '../../../../src/routes/api/v1/explore/[programme]/+server';
import { GET as getColumns } from '../../../../src/routes/api/v1/explore/[programme]/columns/+server';
import { POST as postStories } from '../../../../src/routes/api/v1/explore/[programme]/stories/+server';
import { aMember, anEvent, installation, type Asked, type Installation } from '../../../fixtures/staff';
import { aStory, accepted, idNumber } from '../../../fixtures/stories';
import { FRAMEWORK } from '../../../fixtures/programmes';

const SLUG = SHEFFIELD_TRIAL.slug;
const NOW = new Date('2026-11-02T10:00:00Z');
let server: Installation;
let jar: Map<string, string>;
let members = 0;

async function member(roles: readonly StaffRole[]): Promise<Map<string, string>> {
  members += 1;
  return aMember(server.access, `person${members}@example.org`, SLUG, roles);
}

beforeEach(async () => {
  server = installation();
  const { store } = server.services;
  await store.publishFramework(FRAMEWORK);
  await store.createProgramme(SHEFFIELD_TRIAL);
  jar = await member(['analyst']);
});
afterEach(() => server.close());

/** Calls a route as Kit would. */
async function call(route: (event: never) => unknown, path: string, asked: Asked = {}): Promise<Response> {
  const event = anEvent(path, { params: { programme: SLUG }, jar, ...asked });
  return (await route(event as never)) as Response; // a test event has what the routes use
}

const columns = (asked: Asked = {}) => call(getColumns, `/api/v1/explore/${SLUG}/columns`, asked);
const bytesOf = async (response: Response) => new Uint8Array(await response.arrayBuffer());

async function tell(n: number, changes: Partial<Story> = {}): Promise<void> {
  await server.services.store.acceptStories([await accepted(aStory({ id: idNumber(n), ...changes }))], NOW);
}
async function clear(n: number, outcome: 'clear' | 'concern' = 'clear'): Promise<void> {
  await server.services.store.recordReading(SLUG, idNumber(n), { outcome, reader: 'r', at: NOW, note: null });
}
async function read(serials: readonly number[]) {
  const response = await call(postStories, `/api/v1/explore/${SLUG}/stories`, { method: 'POST', body: { serials } });
  return StoriesResponseSchema.parse(await response.json()).stories;
}

describe('the column snapshot of a programme', () => {
  test('holds every story that arrived, read or not, in months', async () => {
    await tell(1);
    await tell(2);
    await clear(2);
    const response = await columns();
    const snapshot = decodeSnapshot(await bytesOf(response));
    expect(response.headers.get('content-type')).toBe('application/octet-stream');
    expect(Array.from(snapshot.readable)).toEqual([0, 2]);
    expect(Array.from(snapshot.month)).toEqual([(2026 - 1970) * 12 + 10, (2026 - 1970) * 12 + 10]);
  });

  test('is not sent again while nothing has changed, and anew after a story or a reading', async () => {
    await tell(1);
    const etag = (await columns()).headers.get('etag') ?? '';
    const again = await columns({ headers: { 'if-none-match': `W/${etag}` } });
    expect([again.status, (await bytesOf(again)).length]).toEqual([304, 0]);
    await clear(1);
    const after = await columns({ headers: { 'if-none-match': etag } });
    expect(after.status).toBe(200);
    expect(Array.from(decodeSnapshot(await bytesOf(after)).readable)).toEqual([2]);
  });

  test('changes its name when the policy changes', async () => {
    await tell(1);
    const etag = (await columns()).headers.get('etag') ?? '';
    const policies = { ...SHEFFIELD_TRIAL.policies, hold: 'none' as const };
    await server.services.store.saveProgramme({ ...SHEFFIELD_TRIAL, policies });
    const after = await columns({ headers: { 'if-none-match': etag } });
    expect(after.status).toBe(200);
    expect(Array.from(decodeSnapshot(await bytesOf(after)).readable)).toEqual([2]);
  });

  test('travels compressed where that is understood', async () => {
    await tell(1);
    const zipped = await columns({ headers: { 'accept-encoding': 'br, gzip;q=0.8' } });
    expect(zipped.headers.get('content-encoding')).toBe('gzip');
    expect(decodeSnapshot(gunzipSync(await bytesOf(zipped))).rows).toBe(1);
    const plain = await columns({ headers: { 'accept-encoding': 'gzip;q=0' } });
    expect(plain.headers.get('content-encoding')).toBeNull();
  });

  test('is written into the audit each time it is handed out', async () => {
    await columns();
    const etag = (await columns()).headers.get('etag');
    await columns({ headers: { 'if-none-match': etag ?? '' } });
    const entries = await server.services.store.auditOf(SLUG, 10);
    expect(entries.filter(({ action }) => action === 'columns.read')).toHaveLength(2);
  });
});

describe('stories behind marks', () => {
  test('are read only when cleared and shared for reading; others are left out without a word', async () => {
    await tell(1, { text: 'held' });
    await tell(2, { text: 'dots', sharing: 'dots' });
    await tell(3, { text: 'unanswered', sharing: null });
    await tell(4, { text: 'worrying' });
    await tell(5, { text: 'shared' });
    await tell(6, {
      text: 'for the team only',
      sharing: 'quote',
      answers: { 'mcq.hear': { kind: 'choice', state: 'answered', chosen: ['team_only'] } },
    });
    await tell(7, { text: 'quotable', sharing: 'quote' });
    for (const n of [2, 3, 5, 6, 7]) await clear(n);
    await clear(4, 'concern');
    const stories = await read([1, 2, 3, 4, 5, 6, 7, 99]);
    expect(stories.map(({ text, quotable }) => [text, quotable])).toEqual([
      ['shared', false],
      ['quotable', true],
    ]);
  });

  test('hold no device fact, exact time, collector, consent record or reach question', async () => {
    const background = { kind: 'choice' as const, state: 'answered' as const, chosen: ['roma'] };
    await tell(1, { about: { places: {}, questions: { 'demo.background': background } } });
    await clear(1);
    const [story] = await read([1]);
    expect(story?.month).toBe('2026-11');
    expect(JSON.stringify(story)).not.toMatch(/K7M2QP|consent|device|T10:|background|0190/);
  });

  test('are noted in the audit with who read which', async () => {
    await tell(1);
    await tell(2);
    await clear(2);
    await read([1, 2]);
    const [entry] = await server.services.store.auditOf(SLUG, 1);
    expect(entry).toMatchObject({ action: 'stories.read', subject: '2' });
  });

  test('under "flagged" wait only where help was asked for', async () => {
    const policies = { ...SHEFFIELD_TRIAL.policies, hold: 'flagged' as const };
    await server.services.store.saveProgramme({ ...SHEFFIELD_TRIAL, policies });
    await tell(1);
    const help = { wanted: true, contact: null };
    await server.services.store.acceptStories([await accepted(aStory({ id: idNumber(2) }), { help })], NOW);
    await tell(3);
    await clear(3, 'concern');
    expect((await read([1, 2, 3])).map(({ serial }) => serial)).toEqual([1]);
  });

  test.each([{ serials: [] }, { serials: ['1'] }, { serials: Array.from({ length: 201 }, (_, i) => i) }, null])(
    'are refused for %j',
    async (body) => {
      expect((await call(postStories, '/x', { method: 'POST', body })).status).toBe(400);
    },
  );
});

describe('Explore', () => {
  test('hands out the programme and its framework', async () => {
    const head = ExploreHeadSchema.parse(await (await call(getHead, `/api/v1/explore/${SLUG}`)).json());
    expect([head.programme.slug, head.framework.id]).toEqual([SLUG, FRAMEWORK.id]);
  });

  test.each([
    ['nobody', null, 401],
    ['a viewer', ['viewer'], 403],
    ['a steward', ['steward'], 403],
    ['a reader', ['reader', 'safeguarding', 'facilitator'], 403],
    ['an analyst', ['analyst'], 200],
  ] satisfies [string, StaffRole[] | null, number][])('answers %s as the roles say', async (_who, roles, status) => {
    jar = roles === null ? new Map<string, string>() : await member(roles);
    await tell(1);
    const body = { serials: [1] };
    const answers = [
      await call(getHead, `/api/v1/explore/${SLUG}`),
      await columns(),
      await call(postStories, '/x', { method: 'POST', body }),
    ];
    expect(answers.map((answer) => answer.status)).toEqual([status, status, status]);
  });

  test('does not know a programme that is another’s', async () => {
    await server.services.store.createProgramme({ ...SHEFFIELD_TRIAL, slug: 'elsewhere' });
    expect((await call(getColumns, '/x', { params: { programme: 'elsewhere' } })).status).toBe(404);
  });
});
