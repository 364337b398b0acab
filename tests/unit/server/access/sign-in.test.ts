import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAccount } from '$lib/server/access/accounts';
import { ABSOLUTE_S } from '$lib/server/access/auth';
import { hashPassword } from '$lib/server/access/password';
import { endSession, staffOf } from '$lib/server/access/sessions';
import { signIn } from '$lib/server/access/sign-in';
import { GET, POST } from '../../../../src/routes/api/auth/[...all]/+server';
import { aMember, anEvent, installation, PASSWORD, type Asked, type Installation } from '../../../fixtures/staff';
import { withSheffield } from '../../../fixtures/programmes';

let here: Installation;
beforeAll(async () => {
  here = installation();
  await withSheffield(here.services.store);
  await createAccount(here.access, { name: 'Known', email: 'known@example.org', password: PASSWORD });
});
afterAll(() => here.close());

const route = (asked: Asked) =>
  POST(anEvent('/api/auth/sign-in/email', { method: 'POST', params: { all: 'sign-in/email' }, ...asked }) as never); // a request as the route sees it

describe('signing in', () => {
  it('keeps a password as argon2id with the cost OWASP asks for', async () => {
    expect(await hashPassword(PASSWORD)).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });

  it('gives a session for the right password, whatever the case of the address', async () => {
    const jar = new Map<string, string>();
    const outcome = await signIn(here.access, anEvent('/', { jar }), {
      email: ' Known@Example.org',
      password: PASSWORD,
    });
    expect(outcome.kind).toBe('signed_in');
    expect([...jar.keys()]).toEqual(['sheaf.session']);
    expect(await staffOf(here.access, anEvent('/', { jar }))).toMatchObject({ email: 'known@example.org' });
  });

  it('writes the cookie for this host only, out of reach of scripts, and over https only where it came over https', async () => {
    const written: [string, object][] = [];
    const event = {
      ...anEvent('/', { origin: 'https://sheaf.test' }),
      cookies: {
        set: (name: string, _: string, options: object) => void written.push([name, options]),
        delete: () => undefined,
      },
    };
    await signIn(here.access, event, { email: 'known@example.org', password: PASSWORD });
    expect(written).toHaveLength(1);
    expect(written[0]?.[0]).toBe('__Host-sheaf.session');
    expect(written[0]?.[1]).toMatchObject({ httpOnly: true, sameSite: 'lax', secure: true, path: '/' });
    expect(written[0]?.[1]).not.toHaveProperty('domain');
  });

  it('answers an unknown address and a wrong password alike, in words, status and time', async () => {
    const time = async (body: object, address: string) => {
      const begun = performance.now();
      const response = await route({ body, address });
      return { text: await response.text(), status: response.status, took: performance.now() - begun };
    };
    const unknown = { email: 'nobody@example.org', password: PASSWORD };
    const wrong = { email: 'known@example.org', password: 'not the password at all' };
    const rounds = [0, 1, 2, 3].map((round) => `198.51.100.${round}`);
    const unknowns = [];
    const wrongs = [];
    for (const address of rounds) {
      unknowns.push(await time(unknown, address));
      wrongs.push(await time(wrong, address));
    }
    for (const answer of [...unknowns, ...wrongs]) {
      expect(answer.status).toBe(401);
      expect(answer.text).toBe(unknowns[0]?.text);
    }
    const fastest = (answers: { took: number }[]) => Math.min(...answers.map(({ took }) => took));
    // A password is hashed either way, which takes most of the time.
    expect(fastest(unknowns)).toBeGreaterThan(fastest(wrongs) * 0.4);
    expect(fastest(unknowns)).toBeLessThan(fastest(wrongs) * 2.5);
  });

  it('slows somebody down who keeps trying one account from one address, and nobody else', async () => {
    const body = { email: 'slow@example.org', password: 'a guess, and another' };
    const statuses = [];
    for (let tries = 0; tries < 7; tries += 1) statuses.push((await route({ body, address: '203.0.113.5' })).status);
    expect(statuses).toEqual([401, 401, 401, 401, 401, 429, 429]);
    const refused = await route({ body, address: '203.0.113.5' });
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await route({ body, address: '203.0.113.9' })).status).toBe(401);
    here.pass(6_000);
    expect((await route({ body, address: '203.0.113.5' })).status).toBe(401);
  });

  it('gives a new session each time and ends the one the browser came with', async () => {
    const jar = await aMember(here.access, 'rotates@example.org', 'sheffield-send', ['reader']);
    const before = new Map(jar);
    await signIn(here.access, anEvent('/', { jar }), { email: 'rotates@example.org', password: PASSWORD });
    expect(jar.get('sheaf.session')).not.toBe(before.get('sheaf.session'));
    expect(await staffOf(here.access, anEvent('/', { jar: before }))).toBeNull();
    expect(await staffOf(here.access, anEvent('/', { jar }))).not.toBeNull();
  });

  it('ends a session on the server at signing out', async () => {
    const jar = await aMember(here.access, 'leaves@example.org', 'sheffield-send', ['reader']);
    const copied = new Map(jar);
    await endSession(here.access, anEvent('/', { jar }));
    expect(jar.size).toBe(0);
    expect(await staffOf(here.access, anEvent('/', { jar: copied }))).toBeNull();
  });

  it('keeps neither address nor browser of a session', async () => {
    const rows = await here.services.accounts.db
      .selectFrom('staff_session' as never)
      .selectAll()
      .execute();
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) expect(row).toMatchObject({ ipAddress: null, userAgent: null });
  });

  it('refuses a session after a working day, however busy it was', async () => {
    const jar = await aMember(here.access, 'old@example.org', 'sheffield-send', ['reader']);
    here.pass(ABSOLUTE_S * 1000 + 60_000);
    expect(await staffOf(here.access, anEvent('/', { jar }))).toBeNull();
  });

  it('refuses a cookie that was not signed by this server', async () => {
    const jar = await aMember(here.access, 'forged@example.org', 'sheffield-send', ['reader']);
    const [token = ''] = (jar.get('sheaf.session') ?? '').split('.');
    for (const forged of [token, `${token}.AAAA`, 'nothing', '']) {
      expect(await staffOf(here.access, anEvent('/', { jar: new Map([['sheaf.session', forged]]) }))).toBeNull();
    }
  });

  it.each(['sign-up/email', 'delete-user', 'change-email', 'update-user', 'request-password-reset'])(
    'has no address for %s',
    async (all) => {
      const body = { name: 'x', email: 'x@example.org', password: PASSWORD };
      expect((await POST(anEvent(`/api/auth/${all}`, { method: 'POST', params: { all }, body }) as never)).status).toBe(
        404,
      ); // as above
      expect((await GET(anEvent(`/api/auth/${all}`, { params: { all } }) as never)).status).toBe(404); // as above
    },
  );

  it('refuses a form of another site', async () => {
    const body = { email: 'known@example.org', password: PASSWORD };
    expect((await route({ body, headers: { 'sec-fetch-site': 'cross-site' } })).status).toBe(403);
    expect((await route({ body, headers: { origin: 'https://evil.example' } })).status).toBe(403);
  });
});
