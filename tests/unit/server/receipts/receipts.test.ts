import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { receiptKey } from '$lib/domain/story/receipt-key';
import { lookUp, lowerSharing } from '$lib/server/receipts/look-up';
import { withdraw } from '$lib/server/receipts/withdraw';
import { provideServices } from '$lib/server/services';
import { hashToken } from '$lib/server/token';
import { withSheffield, aCollector } from '../../../fixtures/programmes';
import { anEvent, installation, type Installation } from '../../../fixtures/staff';
import { aStory, accepted, idNumber } from '../../../fixtures/stories';
import { POST as look } from '../../../../src/routes/api/v1/receipts/look/+server';
import { POST as share } from '../../../../src/routes/api/v1/receipts/sharing/+server';
import { POST as takeBack } from '../../../../src/routes/api/v1/receipts/withdraw/+server';

const PROGRAMME = 'sheffield-send';
const CODE = 'K7M2QP';
const RECEIPT = 'a'.repeat(64);
const TOKEN = 'T'.repeat(43);
const NOBODY = '192.0.2.99';
let here: Installation;

beforeEach(async () => {
  here = installation();
  const { store, now } = here.services;
  await withSheffield(store);
  await store.acceptStories([await accepted(aStory(), { receipt: RECEIPT })], now());
  await store.saveCaptureToken(hashToken(TOKEN), CODE, now());
});
afterEach(() => here.close());

type Route = (event: never) => Response | Promise<Response>;
async function ask(route: unknown, body: unknown, asked: { address?: string; headers?: Record<string, string> } = {}) {
  const event = anEvent('/api/v1/receipts', { method: 'POST', body, ...asked });
  const response = await (route as Route)(event as never); // a request as the route sees it
  return { status: response.status, headers: [...response.headers].sort(), body: await response.text() };
}
const none = (letter: string) => letter.repeat(64);

describe('a receipt', () => {
  it('finds its story: a day, read or not, what may be done with the words, and nothing else', async () => {
    const { status, body } = await ask(look, { code: 'k7m-2qp', receipt: RECEIPT });
    expect(status).toBe(200);
    const today = here.services.now().toISOString().slice(0, 10);
    expect(JSON.parse(body)).toEqual({ story: { arrived: today, read: false, sharing: 'read' } });
  });

  it('answers byte for byte the same to an unknown code, unknown words, a story taken back and one kept for a concern', async () => {
    const { store, now } = here.services;
    for (const [n, receipt] of [[2, none('b')] as const, [3, none('c')] as const]) {
      await store.acceptStories([await accepted(aStory({ id: idNumber(n) }), { receipt })], now());
    }
    const worry = { outcome: 'concern', reader: 'x', at: now(), note: null } as const;
    await store.recordReading(PROGRAMME, idNumber(3), worry);
    for (const receipt of [none('b'), none('c')]) await ask(takeBack, { code: CODE, receipt });
    for (const route of [look, share]) {
      const answers = [];
      for (const [code, receipt] of [
        ['ZZZZZZ', RECEIPT],
        ['not a code at all', RECEIPT],
        [CODE, none('d')],
        [CODE, none('b')],
        [CODE, none('c')],
      ]) {
        const body = { code, receipt, ...(route === share ? { sharing: 'dots' } : {}) };
        answers.push(await ask(route, body, { address: `192.0.2.${answers.length}` }));
      }
      expect(answers[0]).toMatchObject({ status: 200, body: '{"story":null}' });
      for (const answer of answers) expect(answer).toEqual(answers[0]);
    }
  });

  it('takes back with one answer, whatever it finds', async () => {
    const answers = [];
    for (const [code, receipt] of [
      [CODE, RECEIPT],
      [CODE, RECEIPT],
      [CODE, none('d')],
      ['ZZZZZZ', none('e')],
    ]) {
      answers.push(await ask(takeBack, { code, receipt }, { address: `192.0.2.${answers.length}` }));
    }
    expect(answers[0]).toMatchObject({ status: 200, body: '{"withdrawn":true}' });
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(await here.services.store.countStories(PROGRAMME)).toBe(0);
  });

  it('shows a story that somebody worries about as any other that was read', async () => {
    const { store, now } = here.services;
    const shown = [];
    for (const [n, outcome] of [[2, 'clear'] as const, [3, 'concern'] as const]) {
      const receipt = String(n).repeat(64);
      await store.acceptStories([await accepted(aStory({ id: idNumber(n) }), { receipt })], now());
      await store.recordReading(PROGRAMME, idNumber(n), { outcome, reader: 'x', at: now(), note: 'a note' });
      shown.push(await ask(look, { code: CODE, receipt }));
    }
    expect(shown[0]?.body).toContain('"read":true');
    expect(shown[1]).toEqual(shown[0]);
  });

  it('holds after its collector was revoked', async () => {
    await here.services.store.changeCollector('K7M2QP', () => aCollector({ revoked: true }));
    expect((await ask(look, { code: CODE, receipt: RECEIPT })).body).toContain('"read":false');
  });

  it.each([
    ['words in clear', { code: CODE, receipt: 'otter ladder plum sunny' }],
    ['a wish that is none', { code: CODE, receipt: RECEIPT, sharing: 'everything' }],
    ['nothing', {}],
  ])('is refused when it brings %s', async (_, body) => {
    for (const route of [look, share, takeBack]) {
      const asked = route === share && !('sharing' in body) ? { ...body, sharing: 'dots' } : body;
      expect((await ask(route, asked)).status).toBe(400);
    }
  });

  it('is the slow key of four words and the code, whichever way they are typed', async () => {
    const words = ['otter', 'ladder', 'plum', 'sunny'];
    const key = await receiptKey(words, CODE);
    expect(key).toMatch(/^[0-9a-f]{64}$/);
    expect(await receiptKey(' Otter, LADDER plum-sunny ', CODE)).toBe(key);
    expect(await receiptKey(words, 'ZZZZZZ')).not.toBe(key);
  });
});

describe('guessing receipts', () => {
  const guess = (n: number) => n.toString(16).padStart(64, '0');

  it('is slowed down for one address, by misses alone, whether the code exists or not', async () => {
    for (let n = 0; n < 60; n += 1) {
      expect((await ask(look, { code: CODE, receipt: RECEIPT }, { address: '192.0.2.7' })).status).toBe(200);
    }
    const refusals = [];
    for (const [code, address] of [[CODE, NOBODY] as const, ['ZZZZZZ', '192.0.2.98'] as const]) {
      let tries = 0;
      let last = await ask(look, { code, receipt: guess(tries) }, { address });
      for (; last.status === 200 && tries < 100; tries += 1)
        last = await ask(look, { code, receipt: guess(tries) }, { address });
      refusals.push({ ...last, tries });
    }
    expect(refusals[0]).toMatchObject({ status: 429 });
    expect(refusals[0]?.tries).toBeLessThan(25);
    expect(refusals[1]).toEqual(refusals[0]);
    // Also for the right words, and in whatever is asked with them: a limit that lets those through says which they are.
    for (const route of [look, takeBack]) {
      expect((await ask(route, { code: CODE, receipt: RECEIPT }, { address: NOBODY })).status).toBe(429);
    }
    here.pass(21_000);
    expect((await ask(look, { code: CODE, receipt: RECEIPT }, { address: NOBODY })).status).toBe(200);
  });

  it('is slowed down for one line that has as many addresses as it likes (IPv6)', async () => {
    let waits = 0;
    for (let n = 0; n < 30; n += 1) {
      const looked = await lookUp(here.services, { code: CODE, receipt: guess(n), address: `2001:db8:0:7::${n}` });
      if (looked.kind === 'wait') waits += 1;
    }
    expect(waits).toBe(10);
  });

  it('is slowed down for one code from many addresses', async () => {
    const { services } = here;
    let waits = 0;
    for (let n = 0; n < 260; n += 1) {
      const looked = await lookUp(services, { code: CODE, receipt: guess(n), address: `2001:db8:0:${n}::1` });
      if (looked.kind === 'wait') waits += 1;
    }
    expect(waits).toBeGreaterThan(40);
    const lowered = await lowerSharing(
      services,
      { code: CODE, receipt: RECEIPT, address: '2001:db8:0:ffff::1' },
      'dots',
    );
    expect(lowered.kind).toBe('wait');
    const other = await lookUp(services, { code: 'ZZZZZZ', receipt: RECEIPT, address: '2001:db8:0:fffe::1' });
    expect(other.kind).toBe('looked');
  });

  it('does not hold up the devices that told here: they are paced by their token', async () => {
    for (let n = 0; n < 30; n += 1) await ask(look, { code: CODE, receipt: guess(n) }, { address: NOBODY });
    const asked = { code: CODE, receipt: RECEIPT };
    expect((await ask(takeBack, asked, { address: NOBODY })).status).toBe(429);
    const foreign = { authorization: `Bearer ${'U'.repeat(43)}` };
    expect((await ask(takeBack, asked, { address: NOBODY, headers: foreign })).status).toBe(429);
    const headers = { authorization: `Bearer ${TOKEN}` };
    expect((await ask(takeBack, { ...asked, code: 'ZZZZZZ' }, { address: NOBODY, headers })).status).toBe(429);
    expect((await ask(takeBack, asked, { address: NOBODY, headers })).status).toBe(200);
    expect(await here.services.store.countStories(PROGRAMME)).toBe(0);
  });
});

describe('what is taken back', () => {
  it('is not held up by stories that are being sent, and leaves no line without end', async () => {
    const { limits, now } = here.services;
    while (limits.pushesByToken.take(hashToken(TOKEN), now()).kind === 'taken');
    let taken = 0;
    for (let n = 0; n < 150; n += 1) {
      const receipt = n.toString(16).padStart(64, '0');
      if ((await withdraw(here.services, { code: CODE, receipt, address: NOBODY }, TOKEN)).kind === 'withdrawn')
        taken += 1;
    }
    expect(taken).toBe(100);
  });

  it('is in the journal before it is answered, once', async () => {
    const asked = { code: CODE, receipt: RECEIPT, address: NOBODY };
    await withdraw(here.services, asked, null);
    await withdraw(here.services, asked, null);
    const { entries } = await here.services.journal.read();
    expect(entries).toMatchObject([{ programme: PROGRAMME, receipt: RECEIPT }]);
  });

  it('is asked for again later when the disk of the journal is full', async () => {
    const full = () => Promise.reject(Object.assign(new Error('no room'), { code: 'ENOSPC' }));
    provideServices({ ...here.services, journal: { ...here.services.journal, append: full } });
    expect((await ask(takeBack, { code: CODE, receipt: RECEIPT })).status).toBe(507);
  });

  it('is not answered when the journal cannot be written', async () => {
    const journal = { ...here.services.journal, append: () => Promise.reject(new Error('no room')) };
    const asked = { code: CODE, receipt: RECEIPT, address: NOBODY };
    await expect(withdraw({ ...here.services, journal }, asked, null)).rejects.toThrow('no room');
    expect(await here.services.store.countStories(PROGRAMME)).toBe(1);
  });
});
