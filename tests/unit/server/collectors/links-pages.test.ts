import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SHEFFIELD_TRIAL } from '$lib/domain/programme/sheffield-trial';
import { actions as closing, load as one } from '../../../../src/routes/studio/[programme]/links/[code]/+page.server';
import { load as list } from '../../../../src/routes/studio/[programme]/links/+page.server';
import { actions as making } from '../../../../src/routes/studio/[programme]/links/new/+page.server';
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

type Sent = readonly (readonly [string, string])[];
/** What the browser is answered, or what the page throws at it. */
async function send(action: unknown, sent: Sent, code = CODE): Promise<unknown> {
  const event = anEvent('/', { jar: steward, params: { programme: SLUG, code }, method: 'POST', body: {} });
  const form = new FormData();
  for (const [name, text] of sent) form.append(name, text);
  const request = { method: 'POST', formData: () => Promise.resolve(form), headers: event.request.headers };
  const perform = action as (event: object) => Promise<unknown>; // as Kit calls it
  return perform({ ...event, request, setHeaders: () => undefined }).catch((thrown: unknown) => thrown);
}
async function show(load: unknown, path: string, code = CODE): Promise<unknown> {
  const event = anEvent(path, { jar: steward, params: { programme: SLUG, code } });
  const perform = load as (event: object) => Promise<unknown>; // as Kit calls it
  return perform({ ...event, setHeaders: () => undefined }).catch((thrown: unknown) => thrown);
}

const HUB: Sent = [
  ['device', 'shared'],
  ['name', 'Darnall Family Centre'],
  ['audiences', 'child'],
  ['audiences', 'family'],
  ['from', ''],
  ['until', ''],
  ['place', ''],
];

describe('the pages of links', () => {
  it('make one, lead to its sheet and list it', async () => {
    const answer = (await send(making['default'], HUB)) as { status: number; location: string }; // Kit's redirect
    expect(answer.status).toBe(303);
    const code = /\/links\/([2-9A-Z]{6})\?made$/.exec(answer.location)?.[1] ?? '';
    expect(await here.services.store.collector(code)).toMatchObject({ mode: 'session', programme: SLUG });
    expect(await show(one, answer.location, code)).toMatchObject({ made: true, link: { code, device: 'shared' } });
    expect(await show(list, '/')).toMatchObject({ links: [{ code: CODE }, { code }], base: 'http://sheaf.test' });
  });

  it('say what is wrong by field and give back what was typed', async () => {
    const sent: Sent = [
      ['name', 'Darnall Family Centre'],
      ['from', '2026-12-24'],
      ['until', 'Christmas'],
    ];
    expect(await send(making['default'], sent)).toMatchObject({
      status: 400,
      data: {
        faults: { device: 'missing', audiences: 'missing', until: 'not_a_day' },
        asked: { name: 'Darnall Family Centre', device: '', audiences: [], from: '2026-12-24', until: 'Christmas' },
      },
    });
    expect(await here.services.store.collectorsOf(SLUG)).toHaveLength(1);
  });

  it('close one and say which', async () => {
    expect(await send(closing['close'], [])).toMatchObject({
      status: 303,
      location: `/studio/${SLUG}/links?closed=${CODE}`,
    });
    expect(await show(list, `/?closed=${CODE}`)).toMatchObject({
      closed: 'A collector for a test',
      links: [{ code: CODE, state: 'closed' }],
    });
  });

  it('know nothing of another programme’s links', async () => {
    expect(await show(one, '/', 'PPPPPP')).toMatchObject({ status: 404 });
    expect(await send(closing['close'], [], 'PPPPPP')).toMatchObject({ status: 404 });
    expect((await here.services.store.collector('PPPPPP'))?.closesAt).toBeNull();
    expect(await show(list, '/?closed=PPPPPP')).toMatchObject({ closed: null });
  });
});
