import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hashToken } from '$lib/server/token';
import { issueFirstStewardToken } from '$lib/server/first-steward';
import { handToStewards } from '$lib/server/access/roles';
import { POST as acceptRoute } from '../../../../src/routes/api/v1/invitations/accept/+server';
import { POST as firstStewardRoute } from '../../../../src/routes/api/v1/first-steward/+server';
import { POST as inviteRoute } from '../../../../src/routes/api/v1/invitations/+server';
import { GET as meRoute } from '../../../../src/routes/api/v1/me/+server';
import { withSheffield } from '../../../fixtures/programmes';
import { aMember, anEvent, installation, PASSWORD, type Installation } from '../../../fixtures/staff';

const PROGRAMME = 'sheffield-send';
const DAY = 24 * 60 * 60 * 1000;
let here: Installation;
let steward: Map<string, string>;

type Route = (event: never) => Response | Promise<Response>;
const post = (route: Route, body: unknown, jar = new Map<string, string>(), address = '192.0.2.1') =>
  Promise.resolve(route(anEvent('/', { method: 'POST', body, jar, address }) as never)); // a request as the route sees it
const me = async (jar: Map<string, string>) =>
  (await (await meRoute(anEvent('/', { jar }) as never)).json()) as unknown; // as above
const person = (email: string) => ({ name: 'Somebody New', email, password: PASSWORD });

async function inviteTo(roles: string[], jar = steward): Promise<string> {
  const response = await post(inviteRoute, { programme: PROGRAMME, roles }, jar);
  const { link } = (await response.json()) as { link: string }; // the route's own answer
  return new URL(link).hash.slice(1);
}

beforeAll(async () => {
  here = installation();
  await withSheffield(here.services.store);
});
afterAll(() => here.close());

describe('the first steward', () => {
  it('is made once by the printed link, and looks after every programme there is', async () => {
    const token = (await issueFirstStewardToken(here.services)) ?? '';
    expect((await post(firstStewardRoute, { token: 'x'.repeat(43), ...person('wrong@example.org') })).status).toBe(401);
    steward = new Map();
    expect((await post(firstStewardRoute, { token, ...person('steward@example.org') }, steward)).status).toBe(204);
    expect(await me(steward)).toMatchObject({ memberships: [{ programme: PROGRAMME, roles: ['steward'] }] });
    expect((await post(firstStewardRoute, { token, ...person('second@example.org') })).status).toBe(401);
    expect(await here.services.store.countStewards()).toBe(1);
    expect(await issueFirstStewardToken(here.services)).toBeNull();
  });

  it('also gets the programmes that the command line makes later', async () => {
    const programme = await here.services.store.programme(PROGRAMME);
    if (programme === null) throw new Error('no programme');
    await here.services.store.createProgramme({ ...programme, slug: 'later', name: 'Made later' });
    await handToStewards(here.access, 'later');
    expect(await me(steward)).toMatchObject({ memberships: [{ programme: 'later' }, { programme: PROGRAMME }] });
  });
});

describe('an invitation', () => {
  it('makes an account with its roles, once, and signs it in', async () => {
    const token = await inviteTo(['reader', 'safeguarding']);
    const jar = new Map<string, string>();
    const accepted = await post(acceptRoute, { token, ...person('new@example.org') }, jar);
    expect(accepted.status).toBe(200);
    expect(await me(jar)).toMatchObject({ memberships: [{ programme: PROGRAMME, roles: ['reader', 'safeguarding'] }] });
    expect((await post(acceptRoute, { token, ...person('late@example.org') })).status).toBe(401);
  });

  it('is taken once even when two open it at the same moment', async () => {
    const token = await inviteTo(['viewer']);
    const both = await Promise.all([
      post(acceptRoute, { token, ...person('one@example.org') }),
      post(acceptRoute, { token, ...person('two@example.org') }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 401]);
  });

  it('adds its roles to those of somebody who is signed in', async () => {
    const jar = await aMember(here.access, 'reader@example.org', PROGRAMME, ['reader']);
    const token = await inviteTo(['analyst']);
    expect((await post(acceptRoute, { token }, jar)).status).toBe(200);
    expect(await me(jar)).toMatchObject({ memberships: [{ roles: ['analyst', 'reader'] }] });
  });

  it('is not used up by an address that is known, and never touches that account', async () => {
    const token = await inviteTo(['steward']);
    const taken = await post(acceptRoute, {
      token,
      ...person('reader@example.org'),
      password: 'a password of a thief',
    });
    expect(taken.status).toBe(409);
    expect((await post(acceptRoute, { token, ...person('other@example.org') })).status).toBe(200);
  });

  it('is worth nothing after seven days', async () => {
    const token = await inviteTo(['viewer']);
    const held = await here.services.store.invitation(hashToken(token), here.services.now());
    expect(held?.expiresAt.getTime()).toBeGreaterThan(here.services.now().getTime() + 6.9 * DAY);
    expect(await here.services.store.invitation(hashToken(token), new Date(Date.now() + 7.1 * DAY))).toBeNull();
    expect(await here.services.store.takeInvitation(hashToken(token), new Date(Date.now() + 7.1 * DAY))).toBeNull();
  });

  it('keeps no token, only its hash, and leaves its trace in the record', async () => {
    const token = await inviteTo(['viewer']);
    const rows = await here.services.accounts.db.selectFrom('invitations').selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain(token);
    const actions = (await here.services.store.auditOf(PROGRAMME, 100)).map(({ action }) => action);
    expect(actions).toEqual(expect.arrayContaining(['steward.first', 'invitation.made', 'invitation.accepted']));
  });

  it('cannot be guessed for long from one address', async () => {
    const guess = () =>
      post(acceptRoute, { token: 'g'.repeat(43), ...person('g@example.org') }, new Map(), '203.0.113.77');
    const statuses = [];
    for (let tries = 0; tries < 22; tries += 1) statuses.push((await guess()).status);
    expect(statuses.slice(0, 20)).toEqual(Array.from({ length: 20 }, () => 401));
    expect(statuses.slice(20)).toEqual([429, 429]);
  });
});
