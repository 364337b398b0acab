import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SHEFFIELD_TRIAL } from '$lib/domain/programme/sheffield-trial';
import { PatternNamesResponseSchema, RegionResponseSchema, RegionsResponseSchema } from '$lib/protocol/sense-making';
import {
  GET as getRegions,
  POST as postRegion,
} from '../../../../src/routes/api/v1/explore/[programme]/regions/+server';
import { POST as retire } from '../../../../src/routes/api/v1/explore/[programme]/regions/[id]/retire/+server';
import { POST as postName } from '../../../../src/routes/api/v1/explore/[programme]/pattern-names/+server';
import { withSheffield } from '../../../fixtures/programmes';
import { aMember, anEvent, installation, type Installation } from '../../../fixtures/staff';
import { idNumber } from '../../../fixtures/stories';

const SLUG = SHEFFIELD_TRIAL.slug;
let server: Installation;
let jar: Map<string, string>;
let begun: number;

/** By the server's clock, while this test ran. */
const isNow = (at: string | undefined) => Date.parse(at ?? '') >= begun && Date.parse(at ?? '') <= Date.now();

beforeEach(async () => {
  begun = Date.now();
  server = installation();
  await withSheffield(server.services.store);
  jar = await aMember(server.access, 'analyst@example.org', SLUG, ['analyst']);
});
afterEach(() => server.close());

async function call(route: (event: never) => unknown, body?: unknown, params: Record<string, string> = {}) {
  const asked = body === undefined ? {} : { method: 'POST' as const, body };
  const event = anEvent(`/api/v1/explore/${SLUG}/x`, { params: { programme: SLUG, ...params }, jar, ...asked });
  return (await route(event as never)) as Response; // a test event has what the routes use
}

const loop = {
  kind: 'loop',
  points: [
    [0, 0],
    [0.2, 0],
    [0.1, 0.2],
  ],
};
const span = { kind: 'span', from: 0, to: 0.3 };
const wish = (changes: object = {}) => ({
  id: idNumber(1),
  signifier: 'triad.right',
  wish: 'more',
  words: 'Right support near home',
  shape: loop,
  ...changes,
});

describe('drawing a region', () => {
  it('dates it by the server and signs it with who drew it, whatever the request says', async () => {
    const sent = { ...wish(), drawn: { by: 'Somebody else', at: '2020-01-01T00:00:00.000Z' } };
    expect((await call(postRegion, sent)).status).toBe(400);
    const { region } = RegionResponseSchema.parse(await (await call(postRegion, wish())).json());
    expect(isNow(region.drawn.at)).toBe(true);
    expect(region.retired).toBeNull();
  });

  it('can be sent again without harm, but not with another wish under its id', async () => {
    await call(postRegion, wish());
    expect((await call(postRegion, wish())).status).toBe(200);
    expect((await call(postRegion, wish({ wish: 'fewer' }))).status).toBe(409);
    expect(RegionsResponseSchema.parse(await (await call(getRegions)).json()).regions).toHaveLength(1);
    const drawn = (await server.services.store.auditOf(SLUG, 20)).filter(({ action }) => action === 'region.drawn');
    expect(drawn).toHaveLength(1);
  });

  it.each([
    ['a signifier nobody is asked', { signifier: 'triad.none' }],
    ['a stretch on a triad', { shape: span }],
    ['a loop on a slider', { signifier: 'dyad.info' }],
    ['a stones canvas without its stone', { signifier: 'stones.helped' }],
    ['a stone that is not there', { signifier: 'stones.helped', stone: 'moon' }],
    ['a choice', { signifier: 'mcq.feel', shape: span }],
    ['no words', { words: '' }],
    ['two corners', { shape: { kind: 'loop', points: loop.points.slice(1) } }],
  ])('refuses %s', async (_, changes) => {
    expect((await call(postRegion, wish(changes))).status).toBe(400);
    expect(await server.services.store.regionsOf(SLUG)).toEqual([]);
  });

  it.each([
    ['a slider', { signifier: 'dyad.info', shape: span }],
    ['a stone', { signifier: 'stones.helped', stone: 'trust' }],
  ])('takes a region of %s', async (_, changes) => {
    expect((await call(postRegion, wish(changes))).status).toBe(200);
  });

  it('keeps a retired region on record', async () => {
    await call(postRegion, wish());
    expect((await call(retire, {}, { id: idNumber(1) })).status).toBe(200);
    expect((await call(retire, {}, { id: idNumber(2) })).status).toBe(404);
    const [kept] = await server.services.store.regionsOf(SLUG);
    expect(isNow(kept?.retired?.at)).toBe(true);
  });
});

describe('naming a pattern', () => {
  it('keeps who gave the name and when, and every name before it', async () => {
    await call(postName, { pattern: 'core-1a2b3c', name: 'Somebody stayed', onBehalfOf: 'parents’ group' });
    const answer = await call(postName, { pattern: 'core-1a2b3c', name: 'We were not alone' });
    const { names } = PatternNamesResponseSchema.parse(await answer.json());
    expect(names.map(({ name }) => name)).toEqual(['Somebody stayed', 'We were not alone']);
    expect(isNow(names[0]?.at)).toBe(true);
  });

  it('refuses a key no analysis makes', async () => {
    expect((await call(postName, { pattern: 'A B', name: 'x' })).status).toBe(400);
  });
});
