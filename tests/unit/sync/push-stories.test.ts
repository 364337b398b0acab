import fc from 'fast-check';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { KEEP_STORED_DAYS, type Device } from '$lib/device/device';
import { finishing } from '$lib/device/finish-story';
import { memoryDevice } from '$lib/device/memory-device';
import { MAX_BATCH_BYTES } from '$lib/protocol/push';
import { epochPass } from '$lib/sync/epoch-pass';
import { pushStories, type PassResult } from '$lib/sync/push-stories';
import { storyState } from '$lib/sync/story-state';
import { CODE, OTHER_CODE, WORDS, draftOf, idOf } from '../device/samples';
import { FakeServer, type Weather } from './fake-server';
import { quickReceipts } from '../../fixtures/quick-receipts';

quickReceipts();

const CLOCK = new Date('2026-11-02T10:05:00.000Z');
const DAY_MS = 24 * 60 * 60 * 1000;

describe('one pass over the outbox', () => {
  let device: Device;
  let server: FakeServer;
  let clock = 0;

  beforeEach(() => {
    device = memoryDevice();
    server = new FakeServer();
    clock = 0;
  });

  async function told(...numbers: number[]): Promise<void> {
    for (const n of numbers) await toldWith(n, {});
  }
  async function toldWith(n: number, { collector = CODE, text = `Story ${n}.` }): Promise<void> {
    const told = finishing({ draft: draftOf(n, { collector, text }), clock: CLOCK, words: WORDS, shared: false });
    const finish = await device.outbox.add(told);
    expect(finish.kind).toBe('finished');
  }
  function pass(suspectStory = false): Promise<PassResult> {
    const { push, exchange, withdraw } = server;
    return pushStories({ device, push, exchange, withdraw, now: () => clock, suspectStory });
  }
  async function states(): Promise<Record<string, string>> {
    const listed = await device.outbox.list();
    if (listed.kind !== 'kept') throw new Error(listed.kind);
    return Object.fromEntries(listed.value.entries.map(({ sequence, state }) => [sequence, state]));
  }

  /** As their tellers see them. */
  async function seen(): Promise<Record<string, string>> {
    const listed = await device.outbox.list();
    if (listed.kind !== 'kept') throw new Error(listed.kind);
    return Object.fromEntries(listed.value.entries.map((entry) => [entry.sequence, storyState(entry)]));
  }

  test('a device with nothing to send hears of a restore by asking, and offers again what it holds', async () => {
    await told(1, 2);
    await pass();
    const answer = (epoch: string) => () =>
      Promise.resolve({ kind: 'answered' as const, value: { epoch }, serverTime: null });
    expect(await epochPass(device, answer('one'))).toBe(0);
    expect(await epochPass(device, () => Promise.resolve({ kind: 'timed_out' }))).toBe(0);
    server = new FakeServer();
    server.epoch = 'two';
    expect((await pass()).stored).toBe(0);
    expect(await epochPass(device, answer('two'))).toBe(2);
    expect((await pass()).stored).toBe(2);
    expect(server.commits).toEqual([idOf(1), idOf(2)]);
    expect(await epochPass(device, answer('two'))).toBe(0);
  });

  test('everything that waits is stored once, in batches of the order told', async () => {
    await told(1, 2, 3);
    expect(await pass()).toEqual({ stored: 3, refused: 0, next: { kind: 'nothing_left' } });
    expect(server.commits).toEqual([idOf(1), idOf(2), idOf(3)]);
    expect(server.batches).toHaveLength(1);
    expect(server.batches[0]).toMatchObject({ waiting: 3 });
  });

  test('an empty outbox makes no request at all', async () => {
    expect(await pass()).toEqual({ stored: 0, refused: 0, next: { kind: 'nothing_left' } });
    expect(server.exchanges + server.batches.length).toBe(0);
  });

  test('a batch has at most 50 stories', async () => {
    await told(...Array.from({ length: 51 }, (_, i) => i + 1));
    await pass();
    expect(server.batches.map(({ items }) => items.length)).toEqual([50, 1]);
  });

  describe('while one batch travels', () => {
    const numbers = Array.from({ length: 60 }, (_, i) => i + 1);
    const heldUp = () => {
      let letGo = (): void => undefined;
      const held = new Promise<void>((resolve) => (letGo = resolve));
      const deliver = server.push;
      server.push = async (batch) => {
        const answer = await deliver(batch);
        await held;
        return answer;
      };
      return () => letGo();
    };

    test('the next one is taken and made ready, and sent when the one before has been settled', async () => {
      await told(...numbers);
      const letGo = heldUp();
      const passing = pass();
      await vi.waitFor(async () => expect((await states())[60]).toBe('sending'));
      expect(server.batches).toHaveLength(1);
      letGo();
      expect(await passing).toMatchObject({ stored: 60, next: { kind: 'nothing_left' } });
      const [, last] = server.batches;
      expect(last?.items).toHaveLength(10);
      expect((await last?.ready)?.text).toContain(`"items":[${last?.items.join(',')}]`);
    });

    const saysWaiting = () =>
      Promise.all(
        server.batches.map(async ({ waiting, ready }) => [waiting, (await ready)?.text.match(/"waiting":(\d+)/)?.[1]]),
      );

    test('the next one says how many still wait then, not how many did when it was made ready', async () => {
      await told(...numbers);
      const letGo = heldUp();
      const passing = pass();
      await vi.waitFor(async () => expect((await states())[60]).toBe('sending'));
      letGo();
      await passing;
      expect(await saysWaiting()).toEqual([
        [60, '60'],
        [10, '10'],
      ]);
    });

    test('the next one counts what was told meanwhile, and what the answer was silent about', async () => {
      await told(...numbers);
      server.weather = () => (server.batches.length === 1 ? 'forgetful' : 'deliver');
      const letGo = heldUp();
      const passing = pass();
      await vi.waitFor(async () => expect((await states())[60]).toBe('sending'));
      await told(61);
      letGo();
      await passing;
      expect((await saysWaiting()).slice(0, 2)).toEqual([
        [60, '60'],
        [36, '36'],
      ]);
    });

    test('what is taken back of the next one does not leave', async () => {
      await told(...numbers);
      const letGo = heldUp();
      const passing = pass();
      await vi.waitFor(async () => expect((await states())[60]).toBe('sending'));
      await device.withdrawals.takeBack(idOf(55), 'a'.repeat(64));
      letGo();
      expect(await passing).toMatchObject({ stored: 59 });
      expect(server.commits).not.toContain(idOf(55));
      expect(server.batches.map(({ items }) => items.length)).toEqual([50, 9]);
    });

    test('the next one waits again where the answer stops the pass', async () => {
      await told(...numbers);
      server.weather = () => 'busy';
      const letGo = heldUp();
      const passing = pass();
      await vi.waitFor(async () => expect((await states())[60]).toBe('sending'));
      letGo();
      expect((await passing).next).toMatchObject({ because: 'busy' });
      expect(server.batches).toHaveLength(1);
      expect(new Set(Object.values(await states()))).toEqual(new Set(['waiting']));
    });
  });

  test('a batch has at most 256 kB, and the message around it fits too', async () => {
    for (let n = 1; n <= 40; n += 1) await toldWith(n, { text: 'é'.repeat(9_000) });
    await pass();
    for (const batch of server.batches) {
      const bytes = new TextEncoder().encode(batch.items.join(',')).length;
      expect(bytes).toBeLessThan(MAX_BATCH_BYTES - 200);
    }
    expect(server.stored.size).toBe(40);
  });

  test('an answer lost after the commit leads to "already" and to one story', async () => {
    await told(1);
    server.weather = () => 'lost_answer';
    expect((await pass()).next).toEqual({ kind: 'later', because: 'timed_out', afterMs: null });
    expect(await states()).toEqual({ 1: 'waiting' });
    server.weather = () => 'deliver';
    expect((await pass()).next.kind).toBe('nothing_left');
    expect(server.commits).toEqual([idOf(1)]);
  });

  test('a page that is not our answer acknowledges nothing', async () => {
    await told(1);
    server.weather = () => 'portal';
    expect((await pass()).next).toMatchObject({ because: 'not_understood' });
    expect(await states()).toEqual({ 1: 'waiting' });
  });

  test('a story the answer is silent about waits; the others have arrived', async () => {
    await told(1, 2, 3);
    server.weather = () => 'forgetful';
    expect(await pass()).toMatchObject({ stored: 2, next: { because: 'not_acknowledged' } });
    expect(await states()).toEqual({ 1: 'stored', 2: 'waiting', 3: 'stored' });
  });

  test('too large: the batch is halved until it fits', async () => {
    await told(1, 2, 3, 4, 5);
    server.maxItems = 2;
    expect((await pass()).next.kind).toBe('nothing_left');
    expect(server.commits).toHaveLength(5);
  });

  test('a single story that is too large is refused with its reason, and blocks no other', async () => {
    await told(1);
    await toldWith(2, { text: 'x'.repeat(20_000) });
    await told(3);
    server.push = (
      (deliver) => (batch) =>
        batch.items.join('').length > 10_000
          ? Promise.resolve({ kind: 'not_understood' as const, status: 413, retryAfterMs: null })
          : deliver(batch)
    )(server.push);
    expect(await pass()).toMatchObject({ stored: 2, refused: 1, next: { kind: 'nothing_left' } });
    expect(await states()).toEqual({ 1: 'stored', 2: 'refused', 3: 'stored' });
  });

  test('a story the server refuses stays visible and blocks no other', async () => {
    await told(1, 2);
    server.stored.set(idOf(1), 'the hash of something else');
    expect(await pass()).toMatchObject({ stored: 1, refused: 1, next: { kind: 'nothing_left' } });
    expect(await states()).toEqual({ 1: 'refused', 2: 'stored' });
  });

  test('a server that breaks is left alone at first', async () => {
    await told(...Array.from({ length: 50 }, (_, i) => i + 1));
    server.weather = () => 'broken';
    expect((await pass()).next).toMatchObject({ because: 'server_fault' });
    expect(server.batches).toHaveLength(1);
    await pass(true);
    expect(server.batches.length).toBeLessThanOrEqual(1 + 8);
  });

  test('the stories a server breaks on for ever are found, go last and alone, and block no other', async () => {
    await told(...Array.from({ length: 50 }, (_, i) => i + 1));
    server.poison.add(idOf(1)).add(idOf(26));
    await pass(true);
    expect(server.stored.size).toBe(48);
    server.batches.length = 0;
    await told(51);
    expect(await pass()).toMatchObject({ stored: 1, next: { because: 'server_fault' } });
    expect(server.stored.size).toBe(49);
    expect(server.batches.map(({ items }) => items.length)).toEqual([1, 1]);
  });

  test('a spent token is exchanged again by the collector code, and nothing is lost', async () => {
    await told(1);
    await pass();
    server.spendTokens();
    await told(2);
    expect((await pass()).next.kind).toBe('nothing_left');
    expect(server.commits).toEqual([idOf(1), idOf(2)]);
    expect(server.exchanges).toBe(2);
  });

  test('a token that stays refused is renewed once in a pass, not for ever', async () => {
    await told(1, 2);
    server.weather = () => 'spent_token';
    expect((await pass()).next).toMatchObject({ because: 'link_closed' });
    expect(server.batches).toHaveLength(2);
    expect(await states()).toEqual({ 1: 'waiting', 2: 'waiting' });
  });

  test('each story travels under its own collector, and a closed one holds up no other', async () => {
    await told(1);
    await toldWith(2, { collector: OTHER_CODE });
    server.closed.add(CODE);
    expect(await pass()).toMatchObject({ stored: 1, next: { because: 'link_closed' } });
    expect(await states()).toEqual({ 1: 'waiting', 2: 'stored' });
    expect(await seen()).toEqual({ 1: 'link_closed', 2: 'arrived' });
    await pass();
    expect(await seen()).toEqual({ 1: 'link_closed', 2: 'arrived' });
    server.closed.clear();
    expect((await pass()).next.kind).toBe('nothing_left');
    expect(await seen()).toEqual({ 1: 'arrived', 2: 'arrived' });
  });

  test('after a restore, what the device still holds is offered again', async () => {
    await told(1, 2);
    await pass();
    server.restore((id) => id === idOf(1));
    await told(3);
    expect((await pass()).next.kind).toBe('more');
    expect((await pass()).next.kind).toBe('nothing_left');
    expect([...server.stored.keys()].sort()).toEqual([idOf(1), idOf(2), idOf(3)].sort());
  });

  test('stored bytes are dropped by the clock of the server, never by that of the device', async () => {
    server.serverTime = 1_000_000;
    await told(1);
    await pass();
    clock = 40 * 365 * DAY_MS;
    await told(2);
    await pass();
    server.restore(() => false);
    await told(3);
    server.serverTime += (KEEP_STORED_DAYS - 1) * DAY_MS;
    await pass();
    await pass();
    expect(server.stored.size).toBe(3);
  });

  test('quiet the server asked for is kept by later passes, and ends', async () => {
    await told(1);
    server.push = () => Promise.resolve({ kind: 'not_understood', status: 503, retryAfterMs: 5_000 });
    expect((await pass()).next).toEqual({ kind: 'later', because: 'busy', afterMs: 5_000 });
    server.push = () => Promise.reject(new Error('asked too early'));
    clock = 2_000;
    expect((await pass()).next).toEqual({ kind: 'later', because: 'busy', afterMs: 3_000 });
    const patient = new FakeServer();
    clock = 5_000;
    server.exchange = patient.exchange;
    server.push = patient.push;
    expect((await pass()).next.kind).toBe('nothing_left');
    expect(patient.stored.size).toBe(1);
  });

  test('any order of cut, doubled, silent, foreign and refused answers ends with each story stored once', async () => {
    const weathers: Weather[] = [
      'deliver',
      'lost_request',
      'lost_answer',
      'portal',
      'doubled_and_reversed',
      'forgetful',
      'busy',
      'broken',
      'spent_token',
      'too_large',
    ];
    type Step =
      | { kind: 'tell' }
      | { kind: 'pass'; at: Weather[]; together: boolean }
      | { kind: 'restore'; keepEvery: number };
    const step: fc.Arbitrary<Step> = fc.oneof(
      { weight: 3, arbitrary: fc.constant({ kind: 'tell' as const }) },
      {
        weight: 5,
        arbitrary: fc.record({
          kind: fc.constant('pass' as const),
          at: fc.array(fc.constantFrom(...weathers), { minLength: 1, maxLength: 6 }),
          together: fc.boolean(),
        }),
      },
      {
        weight: 1,
        arbitrary: fc.record({ kind: fc.constant('restore' as const), keepEvery: fc.integer({ min: 1, max: 3 }) }),
      },
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 14 }), async (steps) => {
        device = memoryDevice();
        server = new FakeServer();
        let count = 0;
        for (const action of steps) {
          if (action.kind === 'tell') {
            count += 1;
            await toldWith(count, { collector: count % 3 === 0 ? OTHER_CODE : CODE });
          } else if (action.kind === 'restore') {
            let seen = 0;
            server.restore(() => (seen += 1) % action.keepEvery === 0);
          } else {
            let at = 0;
            server.weather = () => action.at[at++ % action.at.length] ?? 'deliver';
            // Two at once, as two tabs without locks would do.
            await (action.together ? Promise.all([pass(true), pass(true)]) : pass(true));
          }
        }
        server.weather = () => 'deliver';
        for (const [sequence, state] of Object.entries(await states())) {
          if (state === 'refused') await device.outbox.tryAgain(idOf(Number(sequence)));
        }
        // A story told last carries the news of a restore.
        await toldWith((count += 1), {});
        for (let i = 0; i < 5; i += 1) await pass();
        expect(Object.values(await states())).toEqual(Array.from({ length: count }, () => 'stored'));
        expect(server.stored.size).toBe(count);
        expect(new Set(server.commits).size).toBe(server.commits.length);
      }),
      { numRuns: 300 },
    );
  });
});
