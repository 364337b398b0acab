import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SHEFFIELD_TRIAL } from '$lib/domain/programme/sheffield-trial';
import { permits, STAFF_ROLES, type Permission, type StaffRole } from '$lib/domain/programme/staff-role';
import { withSheffield } from '../../fixtures/programmes';
import { aMember, anEvent, installation, type Installation } from '../../fixtures/staff';
import { accepted, aStory, idNumber } from '../../fixtures/stories';

/** Every page that shows something of a programme to its staff, by its folder under src/routes. */
const PAGES: readonly [folder: string, needs: Permission, opened?: 303][] = [
  ['care/[programme]', 'queue.read'],
  ['care/[programme]/[story]', 'queue.read'],
  ['care/[programme]/[story]/concern', 'story.clear'],
  ['care/[programme]/raised', 'queue.read'],
  ['explore/[programme]/tables', 'release.read'],
  ['people/[programme]', 'people.invite'],
  // Leads on to its first page.
  ['studio/[programme]', 'programme.manage', 303],
  ['studio/[programme]/telling', 'programme.manage'],
  ['studio/[programme]/links', 'programme.manage'],
  ['studio/[programme]/links/new', 'programme.manage'],
  ['studio/[programme]/links/[code]', 'programme.manage'],
  ['studio/[programme]/languages', 'programme.manage'],
  ['studio/[programme]/voices', 'programme.manage'],
];

type Load = (event: never) => unknown;
type Page = { load?: Load; actions?: Record<string, Load> };
const modules = import.meta.glob<Page>('../../../src/routes/{care,explore,people,studio}/**/+page.server.ts');
const pathOf = (folder: string) => `../../../src/routes/${folder}/+page.server.ts`;

let here: Installation;
const jars = new Map<StaffRole | 'nobody', Map<string, string>>();

beforeAll(async () => {
  here = installation();
  const { store } = here.services;
  await withSheffield(store);
  await store.createProgramme({ ...SHEFFIELD_TRIAL, slug: 'foreign', name: 'Somebody else’s' });
  const story = aStory({ id: idNumber(7) });
  await store.acceptStories([await accepted(story)], here.services.now());
  await store.acceptStories([await accepted({ ...story, programme: 'foreign' })], here.services.now());
  jars.set('nobody', new Map());
  for (const role of STAFF_ROLES)
    jars.set(role, await aMember(here.access, `${role}@example.org`, 'sheffield-send', [role]));
});
afterAll(() => here.close());

/** What the browser is answered: 200, or the status of the error or redirect that the page throws. */
async function answer(handler: Load | undefined, role: StaffRole | 'nobody', programme: string, method = 'GET') {
  if (handler === undefined) throw new Error('there is no such load or action');
  const jar = new Map(jars.get(role));
  const params = { programme, story: idNumber(7), code: 'K7M2QP' };
  const asked = anEvent('/', { jar, params, method, ...(method === 'GET' ? {} : { body: {} }) });
  try {
    await handler({ ...asked, setHeaders: () => undefined } as never); // a request as the page sees it
    return { status: 200, thrown: null };
  } catch (thrown) {
    if (typeof thrown !== 'object' || thrown === null || !('status' in thrown)) throw thrown;
    return { status: thrown.status, thrown };
  }
}

describe.each(PAGES)('the page %s', (folder, needs, opened) => {
  const page = async () => (await modules[pathOf(folder)]?.()) ?? {};

  it.each(STAFF_ROLES)(`opens for a %s exactly when that role has ${needs}`, async (role) => {
    const { status } = await answer((await page()).load, role, 'sheffield-send');
    expect(status).toBe(permits([role], needs) ? (opened ?? 200) : 403);
  });

  it('sends anybody who is not signed in to sign in, whatever the programme', async () => {
    for (const programme of ['sheffield-send', 'foreign', 'nowhere']) {
      expect((await answer((await page()).load, 'nobody', programme)).status).toBe(303);
    }
  });

  it.each(STAFF_ROLES)('answers a %s for a foreign programme exactly as for one that does not exist', async (role) => {
    const { load } = await page();
    const [foreign, nowhere] = [await answer(load, role, 'foreign'), await answer(load, role, 'nowhere')];
    expect(foreign.status).toBe(404);
    expect(foreign).toEqual(nowhere);
  });

  it('guards its actions as well', async () => {
    for (const action of Object.values((await page()).actions ?? {})) {
      expect((await answer(action, 'nobody', 'sheffield-send', 'POST')).status).toBe(303);
      expect((await answer(action, 'viewer', 'sheffield-send', 'POST')).status).toBe(403); // no action is a viewer's
      expect((await answer(action, 'steward', 'foreign', 'POST')).status).toBe(404);
    }
    expect(Object.keys(await page())).toContain('load');
  });
});

describe('calls for help on the page care/[programme]', () => {
  const asked = async (action: string, role: StaffRole) => {
    const { actions } = (await modules[pathOf('care/[programme]')]?.()) ?? {};
    const posted: Load = (event: never) => {
      const form = new FormData();
      form.set('id', idNumber(7));
      const asked = event as { request: Request }; // as `answer` makes it
      const request = { method: 'POST', headers: asked.request.headers, formData: () => Promise.resolve(form) };
      return actions?.[action]?.({ ...asked, request } as never);
    };
    return answer(posted, role, 'sheffield-send', 'POST');
  };

  it.each(['open', 'answered', 'note'].flatMap((action) => STAFF_ROLES.map((role) => [action, role] as const)))(
    'does "%s" for a %s exactly when that role may know who called',
    async (action, role) => {
      expect((await asked(action, role)).status).toBe(permits([role], 'help.read') ? 200 : 403);
    },
  );
});

describe('/studio', () => {
  const asked = async (role: StaffRole | 'nobody') =>
    answer((await modules[pathOf('studio')]?.())?.load, role, 'sheffield-send');

  it.each([
    ['steward', '/studio/sheffield-send/telling'],
    ['reader', '/'],
  ] as const)('leads a %s to %s', async (role, location) => {
    expect((await asked(role)).thrown).toMatchObject({ status: 303, location });
  });

  it('sends anybody who is not signed in to sign in', async () => {
    expect((await asked('nobody')).thrown).toMatchObject({
      status: 303,
      location: expect.stringMatching(/^\/sign-in/) as string,
    });
  });
});

it('knows every page of these surfaces', () => {
  // /care and /studio only choose among the programmes somebody is in.
  const choosers = ['care', 'studio'].map(pathOf);
  const known = [...choosers, ...PAGES.map(([folder]) => pathOf(folder))];
  expect(Object.keys(modules).sort()).toEqual(known.sort());
});
