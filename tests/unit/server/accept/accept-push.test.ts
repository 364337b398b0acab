import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Collector } from '$lib/domain/programme/collector';
import type { Story } from '$lib/domain/story/story';
import type { Outcome } from '$lib/protocol/push';
import { seal } from '$lib/sealing/seal';
import { PROTOCOL_VERSION } from '$lib/protocol/version';
import { acceptPush, type PushAnswer } from '$lib/server/accept/accept-push';
import { hashToken } from '$lib/server/token';
import { FRAMEWORK, aCollector, withSheffield } from '../../../fixtures/programmes';
import { aPush, anItem } from '../../../fixtures/pushes';
import { NOON, openTestServices, type ServicesUnderTest } from '../../../fixtures/services';
import { aStory, idNumber } from '../../../fixtures/stories';

const TOKEN = 'T'.repeat(43);
const PROGRAMME = 'sheffield-send';

let under: ServicesUnderTest;

beforeEach(async () => {
  under = openTestServices();
  await withSheffield(under.services.store);
  await under.services.store.saveCaptureToken(hashToken(TOKEN), 'K7M2QP', NOON);
});
afterEach(() => under.close());

function push(items: readonly unknown[], token: string | null = TOKEN): Promise<PushAnswer> {
  return acceptPush(under.services, token, aPush(items));
}

async function outcomesOf(items: readonly unknown[]): Promise<Outcome[]> {
  const answer = await push(items);
  if (answer.kind === 'problem') throw new Error(answer.problem);
  return answer.response.outcomes;
}

async function reasonFor(item: unknown): Promise<string> {
  const [outcome] = await outcomesOf([item]);
  return outcome?.outcome === 'refused' ? outcome.reason.kind : String(outcome?.outcome);
}

async function setCollector(changes: Partial<Collector>): Promise<void> {
  await under.services.store.changeCollector('K7M2QP', () => aCollector(changes));
}

const numbered = (n: number, changes: Partial<Story> = {}) => anItem(aStory({ id: idNumber(n), ...changes }));

describe('a pushed batch', () => {
  it('is stored, and answered once per story in order, with the epoch', async () => {
    const answer = await push([await numbered(2), await numbered(1)]);
    expect(answer).toEqual({
      kind: 'answered',
      response: {
        protocol: PROTOCOL_VERSION,
        epoch: await under.services.store.epoch(),
        outcomes: [
          { id: idNumber(2), outcome: 'stored' },
          { id: idNumber(1), outcome: 'stored' },
        ],
      },
    });
    expect(await under.services.store.countStories(PROGRAMME)).toBe(2);
  });

  it('keeps receipt, help request and server time beside the story', async () => {
    under.setNow(new Date('2031-05-05T05:05:05.000Z'));
    const key = await under.services.keys.publicKeyOf(PROGRAMME);
    const bond = { programme: PROGRAMME, story: idNumber(1) };
    const help = { wanted: true, contact: null, sealed: await seal('after school', key, bond) };
    await outcomesOf([await anItem(aStory(), { receipt: 'f'.repeat(64), help })]);
    const stored = await under.services.store.story(PROGRAMME, idNumber(1));
    expect(stored).toMatchObject({ help, reading: 'unread' });
    expect(stored?.receivedAt.toISOString()).toBe('2031-05-05T05:05:05.000Z');
  });

  it('seals how to reach somebody where a device that knows no key sent it open, and keeps no other form', async () => {
    await outcomesOf([await anItem(aStory(), { help: { wanted: true, contact: ' Synthetic Sam, Class 3 ' } })]);
    const help = (await under.services.store.story(PROGRAMME, idNumber(1)))?.help;
    expect(help).toMatchObject({ wanted: true, contact: null });
    if (help?.sealed === undefined) throw new Error('nothing was sealed');
    const bond = { programme: PROGRAMME, story: idNumber(1) };
    expect(await under.services.keys.open(help.sealed, bond)).toEqual({
      kind: 'opened',
      text: 'Synthetic Sam, Class 3',
    });
    const { data } = under.services.settings;
    for (const file of readdirSync(data)) {
      if (statSync(join(data, file)).isFile())
        expect(readFileSync(join(data, file)).includes('Synthetic Sam')).toBe(false);
    }
  });

  it('answers already when the same story comes again, in this batch or a later one', async () => {
    const item = await numbered(1);
    expect((await outcomesOf([item, item])).map(({ outcome }) => outcome)).toEqual(['stored', 'already']);
    expect((await outcomesOf([item])).map(({ outcome }) => outcome)).toEqual(['already']);
  });

  it('keeps the first of two contents under one id and says so', async () => {
    await outcomesOf([await numbered(1)]);
    expect(await reasonFor(await numbered(1, { text: 'Something else.' }))).toBe('other_content');
    expect((await under.services.store.story(PROGRAMME, idNumber(1)))?.story.text).toBe(aStory().text);
  });

  it('lets 49 stories in around a poisoned one', async () => {
    const items: unknown[] = await Promise.all(Array.from({ length: 50 }, (_, n) => numbered(n + 1)));
    items[1] = { id: idNumber(2), story: { text: '\ud800', consent: [{}], evil: true } };
    const outcomes = await outcomesOf(items);
    expect(outcomes.filter(({ outcome }) => outcome === 'stored')).toHaveLength(49);
    expect(outcomes[1]).toMatchObject({ id: idNumber(2), outcome: 'refused', reason: { kind: 'not_understood' } });
  });

  it.each([null, 7, 'words of a story', [], {}, { id: 'words of a story' }])(
    'answers an unreadable item in its place without repeating any of it: %j',
    async (item) => {
      const outcomes = await outcomesOf([item, await numbered(1)]);
      expect(outcomes.map(({ id, outcome }) => [id, outcome])).toEqual([
        ['', 'refused'],
        [idNumber(1), 'stored'],
      ]);
      expect(JSON.stringify(outcomes)).not.toContain('words of a story');
    },
  );

  it('stores every story once, however often and in whatever order batches are pushed', async () => {
    const schedule = fc.array(fc.array(fc.integer({ min: 1, max: 8 }), { minLength: 1, maxLength: 10 }), {
      minLength: 1,
      maxLength: 6,
    });
    let run = 0;
    await fc.assert(
      fc.asyncProperty(schedule, fc.boolean(), async (batches, atOnce) => {
        run += 1;
        const item = (n: number) => numbered(run * 100 + n);
        const ready = await Promise.all(batches.map((batch) => Promise.all(batch.map(item))));
        const before = await under.services.store.countStories(PROGRAMME);
        const answers: Outcome[][] = [];
        if (atOnce) answers.push(...(await Promise.all(ready.map(outcomesOf))));
        else for (const batch of ready) answers.push(await outcomesOf(batch));
        const stored = answers.flat().filter(({ outcome }) => outcome === 'stored');
        const told = new Set(batches.flat()).size;
        expect(stored).toHaveLength(told);
        expect(new Set(stored.map(({ id }) => id)).size).toBe(told);
        expect(answers.flat().every(({ outcome }) => outcome !== 'refused')).toBe(true);
        expect((await under.services.store.countStories(PROGRAMME)) - before).toBe(told);
      }),
      { numRuns: 25 },
    );
  }, 30_000);
});

describe('a story is refused with a reason when', () => {
  const deep = (story: Story) => JSON.parse(JSON.stringify(story)) as Story & Record<string, unknown>;

  it.each<[string, string, () => Promise<unknown>]>([
    ['its hash is another', 'hash_differs', () => anItem(aStory(), { hash: '0'.repeat(64) })],
    [
      'it was changed on its way',
      'hash_differs',
      async () => ({ ...(await numbered(1)), story: aStory({ title: 'x' }) }),
    ],
    ['its id is not the one of its envelope', 'not_understood', () => anItem(aStory(), { id: idNumber(5) })],
    ['it belongs to another programme', 'wrong_programme', () => numbered(1, { programme: 'other' })],
    ['it belongs to another collector', 'wrong_programme', () => numbered(1, { collector: '222222' })],
    [
      'nobody agreed to it',
      'no_consent',
      async () => ({ ...(await numbered(1)), story: { ...aStory(), consent: [] } }),
    ],
    [
      'there is no word of consent in it',
      'no_consent',
      async () => ({ ...(await numbered(1)), story: { ...deep(aStory()), consent: undefined } }),
    ],
    [
      'it agrees to a text that the framework does not have',
      'no_consent',
      () => numbered(1, { consent: [{ text: 'anything@1', by: 'teller', at: '2026-11-02T10:00:00.000Z' }] }),
    ],
    [
      'a parent agreed to it and the child did not',
      'no_consent',
      () =>
        numbered(1, {
          consent: [{ text: 'consent.parent_for_child@3', by: 'parent', at: '2026-11-02T10:00:00.000Z' }],
        }),
    ],
    [
      'its framework is unknown',
      'not_understood',
      () => numbered(1, { framework: { id: 'sheffield-send', version: 77 } }),
    ],
    [
      'its framework is not the collector’s',
      'not_understood',
      () => numbered(1, { framework: { id: 'x', version: 1 } }),
    ],
    [
      'it is far too long',
      'too_large',
      async () => ({ ...(await numbered(1)), story: { ...aStory(), text: 'a'.repeat(20_001) } }),
    ],
    ['its prompt is unknown', 'not_understood', () => numbered(1, { prompt: 'prompt.none' })],
    [
      'it answers what was not asked',
      'not_understood',
      () => numbered(1, { answers: { 'triad.none': { state: 'unanswered' } } }),
    ],
    [
      'it answers a slider on a triad',
      'not_understood',
      () => numbered(1, { answers: { 'triad.right': { kind: 'slider', state: 'answered', at: 0, method: 'list' } } }),
    ],
    [
      'it chooses an option that is not there',
      'not_understood',
      () => numbered(1, { answers: { 'mcq.feel': { kind: 'choice', state: 'answered', chosen: ['nothing'] } } }),
    ],
    [
      'it says when it was received',
      'not_understood',
      async () => ({ ...(await numbered(1)), story: { ...aStory(), receivedAt: '2020-01-01T00:00:00.000Z' } }),
    ],
    ['its envelope sets a status', 'not_understood', async () => ({ ...(await numbered(1)), reading: 'clear' })],
  ])('%s', async (_, reason, item) => {
    expect(await reasonFor(await item())).toBe(reason);
    expect(await under.services.store.countStories(PROGRAMME)).toBe(0);
  });

  it('its envelope reaches for the prototype', async () => {
    const envelope = JSON.stringify(await numbered(1)).replace('{', '{"__proto__":{"polluted":true},"constructor":1,');
    expect(await reasonFor(JSON.parse(envelope))).toBe('not_understood');
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it('never because of a key that reaches for the prototype: that is left out before the hash is made', async () => {
    const item = JSON.stringify(await numbered(1)).replace('"answers":{', '"answers":{"__proto__":{"polluted":true},');
    expect(await reasonFor(JSON.parse(item))).toBe('stored');
    expect((await under.services.store.story(PROGRAMME, idNumber(1)))?.story).toEqual(aStory());
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it('never where the shipped framework offers the option', async () => {
    const answers: Story['answers'] = {};
    for (const asked of FRAMEWORK.signifiers) {
      if (asked.kind !== 'choice') continue;
      const chosen = asked.options.slice(0, asked.maxChosen).map(({ id }) => id);
      answers[asked.id] = { kind: 'choice', state: 'answered', chosen };
    }
    expect(await reasonFor(await numbered(1, { answers }))).toBe('stored');
  });
});

describe('a message is refused whole when', () => {
  it.each<[string, unknown, string]>([
    ['it is no message', 'hello', 'bad_request'],
    ['it says no version', { items: [] }, 'bad_request'],
    ['its version is not spoken here', { ...aPush([1]), protocol: 99 }, 'unsupported_version'],
    ['it holds nothing', aPush([]), 'bad_request'],
    ['it holds more than fifty stories', aPush(Array.from({ length: 51 }, () => 1)), 'too_large'],
    ['it does not say which device', { protocol: 1, items: [1] }, 'bad_request'],
  ])('%s', async (_, body, kind) => {
    expect(await acceptPush(under.services, TOKEN, body)).toEqual({ kind: 'problem', problem: kind });
  });

  it.each([null, 'U'.repeat(43)])('its token is %s', async (token) => {
    expect(await push([await numbered(1)], token)).toEqual({ kind: 'problem', problem: 'token_not_valid' });
  });

  it('its token is that of a revoked collector; the stories arrive when it is let in again', async () => {
    await setCollector({ revoked: true });
    expect(await push([await numbered(1)])).toEqual({ kind: 'problem', problem: 'token_not_valid' });
    await setCollector({ revoked: false });
    expect((await outcomesOf([await numbered(1)])).map(({ outcome }) => outcome)).toEqual(['stored']);
  });

  it('one token pushes without end; it is told when to come back', async () => {
    let answer: PushAnswer = { kind: 'problem', problem: 'busy' };
    for (let n = 0; n <= 300; n += 1) answer = await acceptPush(under.services, TOKEN, 'nothing');
    expect(answer).toMatchObject({ kind: 'problem', problem: 'too_many_tries' });
    expect(answer.kind === 'problem' ? answer.retryAfterSeconds : 0).toBeGreaterThan(0);
  });
});

describe('a collector that has closed', () => {
  it('still takes what devices push that came in while it was open', async () => {
    await setCollector({ closesAt: '2026-11-20T00:00:00.000Z' });
    expect(await reasonFor(await numbered(1))).toBe('stored');
  });

  it('takes a few stories over its limit, then no more, and still knows those it has', async () => {
    await setCollector({ limit: 1 });
    const outcomes: Outcome[] = [];
    for (let n = 1; n <= 25; n += 1) outcomes.push(...(await outcomesOf([await numbered(n)])));
    expect(outcomes.map(({ outcome }) => outcome)).toEqual([
      ...Array.from({ length: 21 }, () => 'stored'),
      ...Array.from({ length: 4 }, () => 'refused'),
    ]);
    expect(outcomes[24]).toMatchObject({ reason: { kind: 'limit_reached' } });
    expect(await reasonFor(await numbered(1))).toBe('already');
    const mixed = await outcomesOf([await numbered(30), await numbered(3)]);
    expect(mixed.map(({ outcome }) => outcome)).toEqual(['refused', 'already']);
  });
});
