import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Device } from '$lib/device/device';
import { finishing } from '$lib/device/finish-story';
import { memoryDevice } from '$lib/device/memory-device';
import { amendmentOf } from '$lib/domain/story/amendment';
import { receiptKey } from '$lib/domain/story/receipt-key';
import { storyId } from '$lib/domain/story/story-id';
import type { Answer } from '$lib/protocol/client/call-api';
import type { Acknowledgement, Batch } from '$lib/protocol/client/push-batch';
import { PushItemSchema } from '$lib/protocol/push';
import { acceptPush } from '$lib/server/accept/accept-push';
import { exchangeCode } from '$lib/server/accept/exchange-code';
import { withdraw as withdrawAt } from '$lib/server/receipts/withdraw';
import { pushStories, type PassResult } from '$lib/sync/push-stories';
import type { Withdraw } from '$lib/sync/tell-withdrawals';
import { withSheffield } from '../../fixtures/programmes';
import { aPush } from '../../fixtures/pushes';
import { quickReceipts, receiptOf } from '../../fixtures/quick-receipts';
import { openTestServices, type ServicesUnderTest } from '../../fixtures/services';
import { draftOf } from '../device/samples';

quickReceipts();

const CODE = 'K7M2QP';
const PROGRAMME = 'sheffield-send';
const CONSENT = [{ text: 'consent.family@3', by: 'teller' as const, at: '2026-11-02T10:00:00.000Z' }];
const FRAMEWORK = { id: 'sheffield-send', version: 3 };
const CLOCK = new Date('2026-11-02T10:05:00.000Z');

/** How a request to the real server goes wrong. */
type Weather = 'fine' | 'lost_request' | 'lost_answer' | 'delayed';

describe('devices and server together', () => {
  let under: ServicesUnderTest;
  let weather: Weather = 'fine';
  /** What the teller does before the answer is heard. */
  let meanwhile: (() => Promise<void>) | null = null;
  /** Requests that were held up on their way and arrive at some later time, their answers unheard. */
  let delayed: (() => Promise<unknown>)[] = [];

  beforeAll(async () => {
    under = openTestServices();
    await withSheffield(under.services.store);
  });
  afterAll(() => under.close());

  async function sent<T>(deliver: () => Promise<Answer<T>>): Promise<Answer<T>> {
    if (weather === 'lost_request') return { kind: 'unreachable', cause: null };
    if (weather === 'delayed') {
      delayed.push(deliver);
      return { kind: 'timed_out' };
    }
    const answer = await deliver();
    const deed = meanwhile;
    meanwhile = null;
    await deed?.();
    return weather === 'fine' ? answer : { kind: 'timed_out' };
  }

  const push = ({ token, items }: Batch) =>
    sent<Acknowledgement>(async () => {
      const answer = await acceptPush(under.services, token, aPush(items.map((json) => JSON.parse(json) as unknown)));
      if (answer.kind === 'problem') throw new Error(answer.problem);
      const { epoch, outcomes } = answer.response;
      return { kind: 'answered', value: { epoch, outcomes }, serverTime: null };
    });
  const withdraw: Withdraw = (asked, token) =>
    sent(async () => {
      const taken = await withdrawAt(under.services, { ...asked, address: '192.0.2.1' }, token);
      if (taken.kind !== 'withdrawn') throw new Error(taken.kind);
      return { kind: 'answered', value: { withdrawn: true }, serverTime: null };
    });
  const exchange = async (code: string) => {
    const exchanged = await exchangeCode(under.services, code, '192.0.2.1');
    if (exchanged.kind === 'problem') throw new Error(exchanged.problem);
    return { kind: 'answered' as const, value: exchanged.response, serverTime: null };
  };

  async function pass(device: Device): Promise<PassResult> {
    // A bucket's pace is not what is tested here.
    clock += 60_000;
    under.setNow(new Date(clock));
    return pushStories({ device, push, exchange, withdraw, now: () => clock, suspectStory: false });
  }
  let clock = CLOCK.getTime();
  let run = 0;

  async function amend(device: Device, id: string, words: string[], text: string): Promise<boolean> {
    const kept = await device.own.words(id);
    if (kept.kind !== 'kept' || kept.value === null) return false;
    const { story } = PushItemSchema.parse(JSON.parse(kept.value));
    const draft = { ...amendmentOf(story, null, 'check'), text };
    return (await device.outbox.add(finishing({ draft, clock: CLOCK, words, shared: false }))).kind === 'finished';
  }

  type Step =
    | { kind: 'amend' }
    | { kind: 'take_back'; on: 0 | 1 }
    | { kind: 'pass'; on: 0 | 1; weather: Weather; meanwhile: 'nothing' | 'amend' | 'take_back' }
    | { kind: 'late' };
  const on = fc.constantFrom<0 | 1>(0, 1);
  const steps = fc.array(
    fc.oneof(
      { weight: 2, arbitrary: fc.record({ kind: fc.constant('amend' as const) }) },
      { weight: 1, arbitrary: fc.record({ kind: fc.constant('take_back' as const), on }) },
      {
        weight: 6,
        arbitrary: fc.record({
          kind: fc.constant('pass' as const),
          on,
          weather: fc.constantFrom<Weather>('fine', 'lost_request', 'lost_answer', 'delayed'),
          meanwhile: fc.constantFrom('nothing' as const, 'nothing' as const, 'amend' as const, 'take_back' as const),
        }),
      },
      { weight: 2, arbitrary: fc.record({ kind: fc.constant('late' as const) }) },
    ),
    { minLength: 2, maxLength: 14, size: 'max' },
  );

  test('taken back wins, else the highest revision, in whatever order pushes, changes, retries and withdrawals of two devices arrive', async () => {
    await fc.assert(
      fc.asyncProperty(steps, fc.boolean(), async (walk: Step[], mayTakeBack) => {
        run += 1;
        const random = new Uint8Array(10);
        new DataView(random.buffer).setUint32(4, run);
        const id = storyId(1_700_000_000_000, random);
        const words = receiptOf(run);
        const draft = { ...draftOf(run), id, collector: CODE, framework: FRAMEWORK, consent: CONSENT };
        // The second device is a copy of the first as it was when the story was told.
        const devices = [memoryDevice(), memoryDevice()] as const;
        for (const device of devices) {
          await device.outbox.add(finishing({ draft, clock: CLOCK, words, shared: false }));
          await device.own.keepWords(id);
        }
        delayed = [];
        let highest = 1;
        let back = false;
        const change = async () => {
          if (await amend(devices[0], id, words, `Changed, ${highest + 1}.`)) highest += 1;
        };
        const takeBack = async (on: 0 | 1) => {
          if (!mayTakeBack) return;
          await devices[on].withdrawals.takeBack(id, await receiptKey(words, CODE));
          back = true;
        };
        for (const step of walk) {
          if (step.kind === 'amend') await change();
          else if (step.kind === 'take_back') await takeBack(step.on);
          else if (step.kind === 'pass') {
            const { on, meanwhile: deed } = step;
            meanwhile = deed === 'nothing' ? null : () => (deed === 'amend' ? change() : takeBack(on));
            weather = step.weather;
            await pass(devices[on]);
            meanwhile = null;
          } else {
            weather = 'fine';
            for (const late of delayed.splice(0)) await late();
          }
        }
        weather = 'fine';
        for (const device of devices) await pass(device);
        for (const late of delayed.splice(0)) await late();
        for (const device of devices) expect((await pass(device)).next).toEqual({ kind: 'nothing_left' });

        const { store } = under.services;
        const left = await store.story(PROGRAMME, id);
        // Taken back before it ever left the one device, it is only gone from there: its copy on the other is another's.
        const gone = back && (await heard(words));
        if (gone) expect(left).toBeNull();
        else if (!back) expect(left?.story.revision).toBe(highest);
        for (const device of devices) {
          const listed = await device.outbox.list();
          if (listed.kind !== 'kept') throw new Error(listed.kind);
          const [entry] = listed.value.entries;
          if (entry === undefined) continue;
          if (gone) expect(entry.refusal?.kind ?? entry.state).toMatch(/^(withdrawn|stored)$/);
          else expect(entry.state).toBe('stored');
        }
      }),
      { numRuns: 200 },
    );
  }, 60_000);

  /** A withdrawal of this receipt has reached the server. */
  async function heard(words: readonly string[]): Promise<boolean> {
    const key = await receiptKey(words, CODE);
    return (await under.services.journal.read()).entries.some((entry) => 'receipt' in entry && entry.receipt === key);
  }
});
