import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AUDIENCES } from '$lib/domain/audience';
import { CollectorSchema } from '$lib/domain/programme/collector';
import { SHEFFIELD_TRIAL } from '$lib/domain/programme/sheffield-trial';
import { acceptPush } from '$lib/server/accept/accept-push';
import { exchangeCode } from '$lib/server/accept/exchange-code';
import { onlyOpenCollector } from '$lib/server/access/public-programmes';
import { addCollector } from '$lib/server/collectors/add-collector';
import { closeCollector } from '$lib/server/collectors/close-collector';
import { listedCollectors } from '$lib/server/collectors/listed-collectors';
import type { AskedCollector } from '$lib/domain/programme/asked-collector';
import { openFirstProgramme } from '$lib/server/first-programme';
import { aCollector, withSheffield } from '../../../fixtures/programmes';
import { anItem, aPush } from '../../../fixtures/pushes';
import { NOON, openTestServices, type ServicesUnderTest } from '../../../fixtures/services';
import { accepted, aStory } from '../../../fixtures/stories';

const SLUG = SHEFFIELD_TRIAL.slug;
const HUB: AskedCollector = {
  name: 'Darnall Family Centre',
  device: 'shared',
  audiences: ['child', 'family'],
  from: '',
  until: '',
  place: '',
};

let under: ServicesUnderTest;
beforeEach(async () => {
  under = openTestServices();
  await withSheffield(under.services.store);
});
afterEach(() => under.close());

const add = (changes: Partial<AskedCollector> = {}) =>
  addCollector(under.services, 'a-steward', SLUG, { ...HUB, ...changes });
const close = (code: string, slug = SLUG) => closeCollector(under.services, 'a-steward', slug, code);
const listed = async () => listedCollectors(under.services, SHEFFIELD_TRIAL);

async function added(changes: Partial<AskedCollector> = {}) {
  const made = await add(changes);
  if (made.kind !== 'added') throw new Error(JSON.stringify(made));
  return made.collector;
}

/** What a device is told by the code, or why it is not let in. */
async function told(code: string) {
  const exchanged = await exchangeCode(under.services, code, '192.0.2.7');
  return exchanged.kind === 'exchanged' ? exchanged.response.collector : exchanged.problem;
}

describe('a link that a steward makes', () => {
  it('for a shared device tells the device to keep nothing, and is written down', async () => {
    const { code } = await added();
    expect(await told(code)).toMatchObject({ mode: 'session', audiences: ['child', 'family'] });
    const [noted] = await under.services.store.auditOf(SLUG, 1);
    expect(noted).toMatchObject({ actor: 'a-steward', action: 'collector.added', subject: `${code} shared` });
  });

  it('for an own device lets its teller keep what was told', async () => {
    expect(await told((await added({ device: 'own' })).code)).toMatchObject({ mode: 'open' });
  });

  it('has a name that no device is told', async () => {
    const { code } = await added();
    expect(JSON.stringify(await told(code))).not.toContain('Family Centre');
    expect((await listed()).map(({ name }) => name)).toContain('Darnall Family Centre');
  });

  it('lets devices in from its first day to the end of its last, as days are in Sheffield', async () => {
    const { code } = await added({ from: '2027-06-01', until: '2027-06-02' });
    const at = async (time: string) => {
      under.setNow(new Date(time));
      const answer = await told(code);
      return typeof answer === 'string' ? answer : 'open';
    };
    expect(await at('2027-05-31T22:59:59.000Z')).toBe('collector_closed');
    expect(await at('2027-05-31T23:00:00.000Z')).toBe('open');
    expect(await at('2027-06-02T22:59:59.000Z')).toBe('open');
    expect(await at('2027-06-02T23:00:00.000Z')).toBe('collector_closed');
  });

  it('sets the place of its tellers in the scheme they would be asked in', async () => {
    expect(await told((await added({ place: 'east' })).code)).toMatchObject({
      presetPlace: { scheme: 'lac', area: 'east' },
    });
  });

  it.each<[string, Partial<AskedCollector>, object]>([
    ['nothing', { name: ' ', device: '', audiences: [] }, { name: 'missing', device: 'missing', audiences: 'missing' }],
    ['too long a name', { name: 'x'.repeat(121) }, { name: 'too_long' }],
    ['a device of no kind', { device: 'tablet' }, { device: 'missing' }],
    ['somebody the framework has no words for', { audiences: ['child', 'press'] }, { audiences: 'unknown' }],
    ['days that are none', { from: '31/12/2026', until: '2026-02-30' }, { from: 'not_a_day', until: 'not_a_day' }],
    ['a last day before the first', { from: '2026-12-02', until: '2026-12-01' }, { until: 'before_first' }],
    ['a last day that is over', { until: '2026-11-22' }, { until: 'over' }],
    ['a place of another scheme', { place: 'darnall' }, { place: 'unknown' }],
  ])('is not made of %s: all that is wrong is said by field', async (_, changes, faults) => {
    expect(await add(changes)).toEqual({ kind: 'faults', faults });
    expect(await listed()).toHaveLength(1);
    expect(await under.services.store.auditOf(SLUG, 1)).toEqual([]);
  });

  it('is not made where people do not tell', async () => {
    const { store } = under.services;
    await store.createProgramme({ ...SHEFFIELD_TRIAL, slug: 'demo', origin: 'synthetic' });
    expect(await addCollector(under.services, 'cli', 'demo', HUB)).toEqual({ kind: 'not_told_here' });
    expect(await addCollector(under.services, 'cli', 'nowhere', HUB)).toEqual({ kind: 'no_programme' });
    await store.saveProgramme({ ...SHEFFIELD_TRIAL, state: 'closed' });
    expect(await add()).toEqual({ kind: 'programme_closed' });
  });

  it('gets another code where the first is taken', async () => {
    const { code } = await added();
    const bytes = [...code, ...'222222'].map((letter) => '23456789ABCDEFGHJKMNPQRSTUVWXYZ'.indexOf(letter));
    const random = (count: number) => Uint8Array.from(bytes.splice(0, count));
    const again = await addCollector({ ...under.services, random }, 'a-steward', SLUG, HUB);
    expect(again).toMatchObject({ kind: 'added', collector: { code: '222222' } });
  });
});

describe('closing a link', () => {
  it('lets no new device in and takes what was told on those that came before', async () => {
    const { code } = await added();
    const exchanged = await exchangeCode(under.services, code, '192.0.2.7');
    if (exchanged.kind !== 'exchanged') throw new Error(exchanged.problem);
    expect(await close(code)).toBe('closed');
    expect(await told(code)).toBe('collector_closed');
    const push = aPush([await anItem(aStory({ collector: code }))]);
    const answer = await acceptPush(under.services, exchanged.response.token, push);
    expect(answer).toMatchObject({ response: { outcomes: [{ outcome: 'stored' }] } });
    const [noted] = await under.services.store.auditOf(SLUG, 1);
    expect(noted).toMatchObject({ actor: 'a-steward', action: 'collector.closed', subject: code });
  });

  it('changes nothing else of it, and said again nothing at all', async () => {
    const before = await added({ place: 'east' });
    await close(before.code);
    const closed = await under.services.store.collector(before.code);
    expect(closed).toEqual({ ...before, closesAt: NOON.toISOString() });
    under.setNow(new Date(NOON.getTime() + 1000));
    expect(await close(before.code)).toBe('closed_before');
    expect(await under.services.store.collector(before.code)).toEqual(closed);
    expect((await under.services.store.auditOf(SLUG, 9)).map(({ action }) => action)).toEqual([
      'collector.closed',
      'collector.added',
    ]);
  });

  it('is not done to the link of another programme', async () => {
    const { store } = under.services;
    await store.createProgramme({ ...SHEFFIELD_TRIAL, slug: 'foreign' });
    await store.createCollector(aCollector({ code: 'PPPPPP', programme: 'foreign' }));
    expect(await close('PPPPPP')).toBe('unknown');
    expect(await close('QQQQQQ')).toBe('unknown');
    expect((await store.collector('PPPPPP'))?.closesAt).toBeNull();
  });
});

describe('the list of links', () => {
  it('says of each what it is for and whether it is open', async () => {
    const { store } = under.services;
    await store.createCollector(aCollector({ code: 'RRRRRR', revoked: true }));
    await store.createCollector(aCollector({ code: 'FFFFFF', limit: 1 }));
    await store.acceptStories([await accepted(aStory({ collector: 'FFFFFF' }))], NOON);
    const soon = await added({ from: '2026-12-01', until: '2026-12-20', place: 'east' });
    const over = await added();
    await close(over.code);
    expect(Object.fromEntries((await listed()).map(({ code, state }) => [code, state]))).toEqual({
      K7M2QP: 'open',
      FFFFFF: 'full',
      RRRRRR: 'revoked',
      [soon.code]: 'not_yet',
      [over.code]: 'closed',
    });
    expect((await listed()).find(({ code }) => code === soon.code)).toEqual({
      code: soon.code,
      name: 'Darnall Family Centre',
      device: 'shared',
      audiences: ['child', 'family'],
      place: 'East',
      from: '2026-12-01',
      until: '2026-12-20',
      limit: null,
      state: 'not_yet',
    });
    expect(
      (await listed())
        .slice(-2)
        .map(({ state }) => state)
        .sort(),
    ).toEqual(['closed', 'revoked']);
  });

  it('holds every link ever made under a code of its own, whatever is made and closed in which order', async () => {
    const acts = fc.array(
      fc.oneof(
        fc.record({ act: fc.constant('add' as const), device: fc.constantFrom('own', 'shared', '') }),
        fc.record({ act: fc.constant('close' as const), which: fc.nat(9) }),
      ),
      { maxLength: 12 },
    );
    await fc.assert(
      fc.asyncProperty(acts, async (sequence) => {
        const known = new Map((await listed()).map(({ code, device }) => [code, device as string]));
        // Few letters, so that codes collide.
        const services = { ...under.services, random: (n: number) => under.services.random(n).map((byte) => byte % 2) };
        for (const one of sequence) {
          if (one.act === 'close') await close([...known.keys()][one.which] ?? 'QQQQQQ');
          else if (known.size < 40) {
            const made = await addCollector(services, 'cli', SLUG, { ...HUB, device: one.device });
            if (made.kind === 'added') known.set(made.collector.code, one.device);
          }
        }
        const now = await listed();
        expect(new Set(now.map(({ code }) => code)).size).toBe(now.length);
        // Nothing is lost, and what a link is for never changes.
        expect(new Map(now.map(({ code, device }) => [code, device]))).toEqual(known);
      }),
      { numRuns: 15 },
    );
  });

  it('reads links of before', async () => {
    const { presetPlace: _place, corners: _corners, ...old } = aCollector({ code: 'HHHHHH', mode: 'kiosk' });
    await under.services.store.createCollector(CollectorSchema.parse(old));
    expect((await listed()).find(({ code }) => code === 'HHHHHH')).toMatchObject({ device: 'shared', place: null });
  });
});

describe('beside other links', () => {
  it('one for a shared device, for some people or for one place leaves the front door as it was', async () => {
    await added();
    expect(await onlyOpenCollector(under.services.store, NOON)).toBe('K7M2QP');
    await added({ device: 'own', audiences: ['pro'] });
    await added({ device: 'own', audiences: [...AUDIENCES], place: 'east' });
    expect(await onlyOpenCollector(under.services.store, NOON)).toBe('K7M2QP');
    await added({ device: 'own', audiences: [...AUDIENCES] });
    expect(await onlyOpenCollector(under.services.store, NOON)).toBeNull();
  });

  it('what a start prints is open, and for whoever reads it', async () => {
    const shared = await added();
    const printed = async () => (await openFirstProgramme(under.services)).collector?.code ?? null;
    expect(await printed()).toBe('K7M2QP');
    await close('K7M2QP');
    // Nobody who reads it at their own desk is sent to a link for a tablet.
    expect(await printed()).toBeNull();
    await close(shared.code);
    expect(await listed()).toHaveLength(2);
  });
});
