import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SHEFFIELD_TRIAL } from '$lib/domain/programme/sheffield-trial';
import type { Member } from '$lib/server/access/staff';
import { exchangeCode } from '$lib/server/accept/exchange-code';
import { setCorners, setUnder13 } from '$lib/server/studio/telling-rules';
import { actions } from '../../../../src/routes/studio/[programme]/telling/+page.server';
import { aCollector, withSheffield } from '../../../fixtures/programmes';
import { aMember, anEvent, installation, type Installation } from '../../../fixtures/staff';

const SLUG = SHEFFIELD_TRIAL.slug;
const CODE = 'K7M2QP';

let here: Installation;
let steward: Map<string, string>;
beforeEach(async () => {
  here = installation();
  await withSheffield(here.services.store);
  await here.services.store.createProgramme({ ...SHEFFIELD_TRIAL, slug: 'foreign' });
  await here.services.store.createCollector(aCollector({ code: 'PPPPPP', programme: 'foreign' }));
  steward = await aMember(here.access, 'steward@example.org', SLUG, ['steward']);
});
afterEach(() => here.close());

const member = { id: 'a-steward', programme: SHEFFIELD_TRIAL, roles: ['steward'] } as unknown as Member; // what is used of it

/** What a phone is told when it opens the link. */
async function told() {
  const exchanged = await exchangeCode(here.services, CODE, '203.0.113.7');
  if (exchanged.kind !== 'exchanged') throw new Error(exchanged.kind);
  return exchanged.response.collector;
}

async function actionsOf() {
  return (await here.services.store.auditOf(SLUG, 50)).map(({ action, subject }) => [action, subject]);
}

describe('how stories are told', () => {
  it('is told to the next phone that opens the link, and written down', async () => {
    expect(await told()).toMatchObject({ programme: { under13: 'competent_child' } });
    await setUnder13(here.access, member, 'parent_agrees');
    expect(await setCorners(here.access, member, CODE, 'varied')).toBe('set');
    expect(await told()).toMatchObject({ corners: 'varied', programme: { under13: 'parent_agrees' } });
    expect(await actionsOf()).toEqual(
      expect.arrayContaining([
        ['under13.parent_agrees', null],
        ['corners.varied', CODE],
      ]),
    );
  });

  it('leaves everything else of a programme and a collector as it was', async () => {
    const { store } = here.services;
    await setUnder13(here.access, member, 'setting_informs');
    await setCorners(here.access, member, CODE, 'varied');
    const policies = { ...SHEFFIELD_TRIAL.policies, under13: 'setting_informs' };
    expect(await store.programme(SLUG)).toEqual({ ...SHEFFIELD_TRIAL, policies });
    expect(await store.collector(CODE)).toEqual(aCollector({ corners: 'varied' }));
  });

  it('said again, changes and writes down nothing', async () => {
    await setUnder13(here.access, member, 'competent_child');
    await setCorners(here.access, member, CODE, 'label_order');
    expect((await actionsOf()).filter(([action]) => /^(under13|corners)/.test(String(action)))).toEqual([]);
  });

  it('cannot be set for the collector of another programme', async () => {
    expect(await setCorners(here.access, member, 'PPPPPP', 'varied')).toBe('unknown');
    expect((await here.services.store.collector('PPPPPP'))?.corners).toBeUndefined();
  });
});

type Sent = Readonly<Record<string, string>>;
async function send(action: 'under13' | 'corners', fields: Sent) {
  const event = anEvent('/', { jar: steward, params: { programme: SLUG }, method: 'POST', body: {} });
  const form = new FormData();
  for (const [name, text] of Object.entries(fields)) form.set(name, text);
  const request = { method: 'POST', formData: () => Promise.resolve(form), headers: event.request.headers };
  return (await actions[action]?.({ ...event, request, setHeaders: () => undefined } as never)) as unknown; // as the page sees it
}

describe('the page of a steward', () => {
  it.each([
    ['under13', { under13: 'nobody_asks' }],
    ['under13', {}],
    ['corners', { code: CODE, corners: 'upside_down' }],
    ['corners', { code: 'PPPPPP', corners: 'varied' }],
    ['corners', { corners: 'varied' }],
  ] as const)('refuses %s of %j and changes nothing', async (action, fields) => {
    expect(await send(action, { ...fields })).toMatchObject({ status: 400, data: { kind: 'not_understood' } });
    expect(await here.services.store.programme(SLUG)).toEqual(SHEFFIELD_TRIAL);
    expect(await here.services.store.collector(CODE)).toEqual(aCollector());
  });

  it('takes what can be chosen', async () => {
    expect(await send('under13', { under13: 'parent_agrees' })).toEqual({ kind: 'saved' });
    expect(await send('corners', { code: CODE, corners: 'varied' })).toEqual({ kind: 'saved' });
    expect((await here.services.store.programme(SLUG))?.policies.under13).toBe('parent_agrees');
    expect((await here.services.store.collector(CODE))?.corners).toBe('varied');
  });
});
