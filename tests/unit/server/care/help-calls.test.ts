import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { memoryDevice } from '$lib/device/memory-device';
import { SHEFFIELD_TRIAL } from '$lib/domain/programme/sheffield-trial';
import { QueueSchema, type AnsweredCalls } from '$lib/protocol/care';
import { seal } from '$lib/sealing/seal';
import { acceptHelpCall } from '$lib/server/accept/accept-help-call';
import { exchangeCode } from '$lib/server/accept/exchange-code';
import { hashToken } from '$lib/server/token';
import { callForHelp } from '$lib/tell/call-for-help';
import { GET as queueRoute } from '../../../../src/routes/api/v1/care/[programme]/queue/+server';
import { actions, load } from '../../../../src/routes/care/[programme]/+page.server';
import { withSheffield } from '../../../fixtures/programmes';
import { aMember, anEvent, installation, type Installation } from '../../../fixtures/staff';
import { idNumber } from '../../../fixtures/stories';

const SLUG = SHEFFIELD_TRIAL.slug;
const TOKEN = 'T'.repeat(43);
const CONTACT = 'Synthetic Sam, Class 3';
const DONE = 'Saw Sam at school, told the lead.';

let here: Installation;
beforeEach(async () => {
  here = installation();
  await withSheffield(here.services.store);
  await here.services.store.saveCaptureToken(hashToken(TOKEN), 'K7M2QP', here.services.now());
});
afterEach(() => here.close());

async function aCall(n = 1, programme: string = SLUG) {
  const key = await here.services.keys.publicKeyOf(programme);
  return { id: idNumber(n), audience: 'child', sealed: await seal(CONTACT, key, { programme, story: idNumber(n) }) };
}

const jarOf = (role: 'reader' | 'safeguarding') => aMember(here.access, `${role}@example.org`, SLUG, [role]);
async function queueText(role: 'reader' | 'safeguarding') {
  const event = anEvent('/', { jar: await jarOf(role), params: { programme: SLUG } });
  return (await queueRoute(event as never)).text(); // a request as the route sees it
}
type Role = 'reader' | 'safeguarding';
async function act(action: 'open' | 'answered' | 'note', role: Role, note?: string, id = idNumber(1)) {
  const event = anEvent('/', { jar: await jarOf(role), params: { programme: SLUG }, method: 'POST', body: {} });
  const form = new FormData();
  form.set('id', id);
  if (note !== undefined) form.set('note', note);
  const request = { method: 'POST', formData: () => Promise.resolve(form), headers: event.request.headers };
  return (await actions[action]?.({ ...event, request, setHeaders: () => undefined } as never)) as unknown; // as the page sees it
}

async function shown(role: Role, query = ''): Promise<unknown> {
  const event = anEvent(`/care/${SLUG}${query}`, { jar: await jarOf(role), params: { programme: SLUG } });
  return load({ ...event, setHeaders: () => undefined } as never); // as the page sees it
}

describe('a call for help', () => {
  it('needs no story and no consent, and waits on top of the queue without saying who called', async () => {
    expect(await acceptHelpCall(here.services, TOKEN, await aCall())).toEqual({ kind: 'stored', id: idNumber(1) });
    expect(await here.services.store.countStories(SLUG)).toBe(0);
    for (const role of ['reader', 'safeguarding'] as const) {
      const text = await queueText(role);
      expect(text).not.toContain('Sam');
      expect(QueueSchema.parse(JSON.parse(text)).calls).toMatchObject([{ id: idNumber(1), audience: 'child' }]);
    }
  });

  it('sent again is one call', async () => {
    const call = await aCall();
    await acceptHelpCall(here.services, TOKEN, call);
    expect(await acceptHelpCall(here.services, TOKEN, call)).toMatchObject({ kind: 'stored' });
    expect(await here.services.store.helpCallsOf(SLUG)).toHaveLength(1);
  });

  it('is taken from a device that has pushed and taken back as much as it may', async () => {
    const { limits, now } = here.services;
    for (const busy of [limits.pushesByToken, limits.withdrawalsByToken, limits.uploadsByToken]) {
      while (busy.take(hashToken(TOKEN), now()).kind === 'taken');
    }
    expect(await acceptHelpCall(here.services, TOKEN, await aCall())).toMatchObject({ kind: 'stored' });
  });

  it('cannot be made without end: the list of those who need somebody must stay one that can be read', async () => {
    for (let n = 1; n <= 70; n += 1) await acceptHelpCall(here.services, TOKEN, {});
    const last = await acceptHelpCall(here.services, TOKEN, await aCall());
    expect(last).toMatchObject({ kind: 'problem', problem: 'too_many_tries' });
    here.pass(10_000);
    expect(await acceptHelpCall(here.services, TOKEN, await aCall())).toMatchObject({ kind: 'stored' });
  });

  it('is opened by the safeguarding role only, and written down', async () => {
    await acceptHelpCall(here.services, TOKEN, await aCall());
    await expect(act('open', 'reader')).rejects.toMatchObject({ status: 403 });
    expect(await act('open', 'safeguarding')).toEqual({
      call: idNumber(1),
      help: { wanted: true, contact: CONTACT },
    });
    expect((await here.services.store.auditOf(SLUG, 10)).map(({ action }) => action)).toContain('help.opened');
  });

  it('is ended by the safeguarding role only, whoever says what was done', async () => {
    await acceptHelpCall(here.services, TOKEN, await aCall());
    await expect(act('answered', 'reader', DONE)).rejects.toMatchObject({ status: 403 });
    expect(await here.services.store.helpCallsOf(SLUG)).toHaveLength(1);
  });

  it.each([[undefined], [''], [' \n ']])(
    'is not ended by one press: %j says nothing of what was done',
    async (note) => {
      await acceptHelpCall(here.services, TOKEN, await aCall());
      const refused = { status: 400, data: { call: idNumber(1), refused: 'note_needed', note: note ?? '' } };
      expect(await act('answered', 'safeguarding', note)).toMatchObject(refused);
      expect(await here.services.store.helpCallsOf(SLUG)).toHaveLength(1);
      expect((await here.services.store.auditOf(SLUG, 10)).map(({ action }) => action)).not.toContain('help.answered');
    },
  );

  it('is gone from the queue with a note of what was done, which is sealed and shown to safeguarding only', async () => {
    const { store } = here.services;
    await acceptHelpCall(here.services, TOKEN, await aCall());
    await expect(act('answered', 'safeguarding', ` ${DONE} `)).rejects.toMatchObject({
      status: 303,
      location: `/care/${SLUG}?ended`,
    });
    expect(await store.helpCallsOf(SLUG)).toEqual([]);
    // Nowhere in the open: not in the row, not in the audit.
    const rows = await here.services.accounts.db
      .selectFrom('help_calls' as never)
      .selectAll()
      .execute();
    const audit = await store.auditOf(SLUG, 10);
    expect(audit.map(({ action }) => action)).toContain('help.answered');
    expect(JSON.stringify([rows, audit])).not.toContain('Sam');

    expect(await shown('reader')).toMatchObject({ answered: null });
    const known = { id: idNumber(1), audience: 'child', by: 'A member of staff', noted: true };
    expect(await shown('safeguarding')).toMatchObject({ answered: { calls: [known], older: false, newer: false } });
    await expect(act('note', 'reader')).rejects.toMatchObject({ status: 403 });
    expect(await act('note', 'safeguarding')).toEqual({ call: idNumber(1), done: { text: DONE } });
    expect((await store.auditOf(SLUG, 10)).map(({ action }) => action)).toContain('help.note_opened');
  });

  it('that somebody else has ended meanwhile keeps their note, and gives back the other', async () => {
    await acceptHelpCall(here.services, TOKEN, await aCall());
    await act('answered', 'safeguarding', DONE).catch(() => undefined);
    const lost = { status: 409, data: { call: idNumber(1), refused: 'unknown', note: 'Another' } };
    expect(await act('answered', 'safeguarding', 'Another')).toMatchObject(lost);
    expect(await act('note', 'safeguarding')).toMatchObject({ done: { text: DONE } });
  });

  it('keeps a note of a full page, in any letters', async () => {
    await acceptHelpCall(here.services, TOKEN, await aCall());
    const page = `${'語'.repeat(99)}\n`.repeat(20).slice(0, -1) + '語';
    // As a form sends it: two letters for a line break, of which the field has counted one.
    await act('answered', 'safeguarding', page.replaceAll('\n', '\r\n')).catch(() => undefined);
    expect(await act('note', 'safeguarding')).toMatchObject({ done: { text: page } });
  });

  it('does not take the words of a call for the note of what was done', async () => {
    const { store } = here.services;
    const call = await aCall();
    await acceptHelpCall(here.services, TOKEN, call);
    await store.answerHelpCall(SLUG, idNumber(1), { by: 'x', at: here.services.now(), note: call.sealed });
    expect(await act('note', 'safeguarding')).toMatchObject({ done: { text: null } });
    expect(await shown('safeguarding')).toMatchObject({ answered: { calls: [{ by: null }] } });
  });

  it('that was ended long ago is still found, page by page, and its note opened, by the safeguarding role only', async () => {
    const { store, keys, now } = here.services;
    const story = (n: number) => `${idNumber(n)} answered`;
    for (let n = 1; n <= 201; n += 1) {
      const { id, audience, sealed } = await aCall(n);
      await store.addHelpCall(SLUG, { id, audience: audience as 'child', sealed, at: now() });
      const note = await seal(`${DONE} ${n}`, await keys.publicKeyOf(SLUG), { programme: SLUG, story: story(n) });
      await store.answerHelpCall(SLUG, id, { by: 'x', at: new Date(now().getTime() + n), note });
    }
    const page = async (query: string) => {
      const { answered } = (await shown('safeguarding', query)) as { answered: AnsweredCalls };
      const { calls, ...beside } = answered;
      return { first: calls[0]?.id, last: calls.at(-1)?.id, ...beside };
    };
    const newest = { first: idNumber(201), last: idNumber(102), older: true, newer: false };
    const second = { first: idNumber(101), last: idNumber(2), older: true, newer: true };
    const oldest = { first: idNumber(1), last: idNumber(1), older: false, newer: true };
    expect(await page('')).toEqual(newest);
    expect(await page(`?older=${idNumber(102)}`)).toEqual(second);
    expect(await page(`?older=${idNumber(2)}`)).toEqual(oldest);
    expect(await page(`?newer=${idNumber(1)}`)).toEqual(second);
    // Less than a page is newer, or the call was forgotten meanwhile, or it is none.
    for (const than of [idNumber(101), idNumber(300), 'x']) expect(await page(`?newer=${than}`)).toEqual(newest);
    expect(await page(`?older=${idNumber(300)}`)).toEqual(newest);
    expect(await shown('reader', `?older=${idNumber(102)}`)).toMatchObject({ answered: null });

    await expect(act('note', 'reader', undefined, idNumber(1))).rejects.toMatchObject({ status: 403 });
    const opened = await act('note', 'safeguarding', undefined, idNumber(1));
    expect(opened).toEqual({ call: idNumber(1), done: { text: `${DONE} 1` } });
  });

  it.each([
    ['without a token', null, () => aCall(), 'token_not_valid'],
    ['with a token nobody gave', 'X'.repeat(43), () => aCall(), 'token_not_valid'],
    ['sealed for another programme', TOKEN, () => aCall(1, 'elsewhere'), 'bad_request'],
    [
      'that is open',
      TOKEN,
      () => Promise.resolve({ id: idNumber(1), audience: 'child', contact: CONTACT }),
      'bad_request',
    ],
  ])('%s is not taken', async (_, token, call, problem) => {
    expect(await acceptHelpCall(here.services, token, await call())).toMatchObject({ kind: 'problem', problem });
    expect(await here.services.store.helpCallsOf(SLUG)).toEqual([]);
  });
});

describe('a device that calls for help', () => {
  it('says that it did not go where it knows no key or has no token, and sends nothing', async () => {
    const exchanged = await exchangeCode(here.services, 'K7M2QP', '203.0.113.7');
    if (exchanged.kind !== 'exchanged') throw new Error(exchanged.kind);
    const { collector, token } = exchanged.response;
    const device = memoryDevice();
    expect(await callForHelp(device, collector, 'child', CONTACT)).toBe(false);
    await device.collectors.keep(collector, token);
    const { helpKey: _, ...keyless } = collector.programme;
    expect(await callForHelp(device, { ...collector, programme: keyless }, 'child', CONTACT)).toBe(false);
  });
});
