import { describe, expect, it } from 'vitest';
import type { RegionDraft } from '$lib/domain/programme/region';
import { keepRegion, loadRegions, retireRegion } from '$lib/explore/regions/regions-client';

const draft: RegionDraft = {
  id: '00000000-0000-4000-8000-000000000001',
  signifier: 'triad.right',
  wish: 'more',
  words: 'Someone stayed',
  shape: { kind: 'zones', zones: ['A'] },
};
const region = { ...draft, drawn: { by: 'Test Analyst', at: '2026-11-28T10:00:00.000Z' }, retired: null };
const answering =
  (status: number, body: unknown = {}) =>
  () =>
    Promise.resolve(Response.json(body, { status }));

describe('keeping a region', () => {
  it('gives back what the server kept, with its date', async () => {
    expect(await keepRegion('p', draft, answering(200, { region }))).toEqual({ kind: 'region', region });
    expect(await retireRegion('p', region.id, answering(200, { region }))).toMatchObject({ kind: 'region' });
    expect(await loadRegions('p', answering(200, { regions: [region] }))).toMatchObject({ regions: [region] });
  });

  it.each([
    [400, 'refused'],
    [401, 'signedOut'],
    [403, 'forbidden'],
    [404, 'gone'],
    [409, 'conflict'],
    [500, 'failed'],
  ] as const)('tells the answer %i as %s', async (status, problem) => {
    expect(await keepRegion('p', draft, answering(status))).toEqual({ kind: 'problem', problem });
  });

  it('tells a server that is not there from one that answers nonsense', async () => {
    const offline = () => Promise.reject(new TypeError('no network'));
    expect(await keepRegion('p', draft, offline)).toEqual({ kind: 'problem', problem: 'offline' });
    expect(await keepRegion('p', draft, answering(200, { region: 1 }))).toMatchObject({ problem: 'failed' });
    const portal = () => Promise.resolve(new Response('<html>', { status: 200 }));
    expect(await loadRegions('p', portal)).toMatchObject({ problem: 'failed' });
  });
});
