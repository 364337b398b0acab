import { beforeEach, describe, expect, test } from 'vitest';
import { editionFor } from '$lib/domain/framework/edition-for';
import { FrameworkSchema } from '$lib/domain/framework/framework';
import content from '$lib/domain/framework/content/sheffield-send.json';
import type { Device, Finish, TakeLimits } from '$lib/device/device';
import { KEEP_STORED_DAYS } from '$lib/device/device';
import { finishing } from '$lib/device/finish-story';
import type { Kept } from '$lib/device/kept';
import { makeKeyPair } from '$lib/sealing/key-pair';
import { openSealed } from '$lib/sealing/open';
import { PushItemSchema } from '$lib/protocol/push';
import { canonicalJson, contentHash } from '$lib/domain/story/content-hash';
import { mediaContract } from './media-contract';
import { CODE, OTHER_CODE, WORDS, collectorOf, draftOf, idOf } from './samples';

const CLOCK = new Date('2026-11-02T10:05:00.000Z');
const ALL: TakeLimits = { after: 0, stories: 50, bytes: 256 * 1024, faulty: false };
const DAY_MS = 24 * 60 * 60 * 1000;

function value<T>(result: Kept<T>): T {
  if (result.kind !== 'kept') throw new Error(`expected a kept value, not ${result.kind}`, { cause: result.cause });
  return result.value;
}

/** One suite for every store of a device. @param open a new and empty one */
export function deviceContract(name: string, open: () => Promise<Device>): void {
  describe(`a device kept in ${name}`, () => {
    let device: Device;
    beforeEach(async () => {
      device = await open();
    });

    const finish = (n: number, { collector = CODE, shared = false } = {}): Promise<Finish> =>
      device.outbox.add(finishing({ draft: draftOf(n, { collector }), clock: CLOCK, words: WORDS, shared }));
    const states = async () => value(await device.outbox.list()).entries.map(({ state }) => state);
    const take = async (limits: Partial<TakeLimits> = {}, code = CODE) =>
      value(await device.outbox.take(code, { ...ALL, ...limits }));
    const stored = (n: number, epoch = 'one', serverTime: number | null = null) =>
      device.outbox.settle([{ id: idOf(n), kind: 'stored', epoch, serverTime }]);

    test('a draft is resumed as it was saved last', async () => {
      await device.drafts.save(draftOf(1));
      await device.drafts.save(draftOf(1, { text: 'Longer now.', step: 'title' }));
      expect(value(await device.drafts.resume(idOf(1)))).toEqual(draftOf(1, { text: 'Longer now.', step: 'title' }));
    });

    test('drafts are listed by collector, the last saved first, and are gone once discarded', async () => {
      await device.drafts.save(draftOf(1));
      await device.drafts.save(draftOf(2));
      await device.drafts.save(draftOf(3, { collector: OTHER_CODE }));
      await device.drafts.save(draftOf(1));
      const listed = value(await device.drafts.listFor(CODE));
      expect(listed.drafts.map(({ id }) => id)).toEqual([idOf(1), idOf(2)]);
      await device.drafts.discard(idOf(1));
      expect(value(await device.drafts.resume(idOf(1)))).toBeNull();
    });

    test('finishing puts the story into the outbox, keeps its receipt and deletes the draft', async () => {
      await device.drafts.save(draftOf(1));
      expect(await finish(1)).toEqual({ kind: 'finished', id: idOf(1), words: WORDS });
      expect(value(await device.drafts.resume(idOf(1)))).toBeNull();
      expect(await states()).toEqual(['waiting']);
      expect(value(await device.receipts.get(idOf(1)))?.words).toEqual(WORDS);
    });

    test('a way to be reached lies in the outbox only sealed to the programme, and can be opened by it', async () => {
      const pair = await makeKeyPair();
      const help = { wanted: true, contact: ' Synthetic Sam, Class 3 ' };
      const told = { draft: draftOf(1, { help }), clock: CLOCK, words: WORDS, shared: false };
      await device.outbox.add(finishing({ ...told, helpKey: { id: pair.id, key: pair.key } }));
      const [sendable] = await take();
      const body = sendable?.json ?? '';
      expect(body).not.toContain('Synthetic Sam');
      const item = PushItemSchema.parse(JSON.parse(body));
      if (item.help?.sealed === undefined) throw new Error('nothing was sealed');
      const bond = { programme: item.story.programme, story: item.id };
      expect(await openSealed(item.help.sealed, pair, bond)).toEqual({
        kind: 'opened',
        text: 'Synthetic Sam, Class 3',
      });
    });

    test('a save that comes after finishing does not bring the draft back', async () => {
      await finish(1);
      expect(value(await device.drafts.save(draftOf(1)))).toBe('already_finished');
      expect(value(await device.drafts.resume(idOf(1)))).toBeNull();
    });

    test('finishing twice makes one story, and the first receipt holds', async () => {
      await finish(1);
      const again = await device.outbox.add(
        finishing({
          draft: draftOf(1, { text: 'Another text.' }),
          clock: CLOCK,
          words: ['a', 'b', 'c', 'd'],
          shared: false,
        }),
      );
      expect(again).toEqual({ kind: 'already_finished', id: idOf(1), words: WORDS });
      expect(await states()).toEqual(['waiting']);
    });

    test('stories finished at the same moment get different sequence numbers, without a gap', async () => {
      await Promise.all([1, 2, 3, 4, 5].map((n) => finish(n)));
      const entries = value(await device.outbox.list()).entries;
      expect(entries.map(({ sequence }) => sequence)).toEqual([5, 4, 3, 2, 1]);
    });

    test('a draft without consent is not finished, and stays', async () => {
      const draft = draftOf(1, { consent: [] });
      await device.drafts.save(draft);
      expect(await device.outbox.add(finishing({ draft, clock: CLOCK, words: WORDS, shared: false }))).toEqual({
        kind: 'no_consent',
      });
      expect(value(await device.drafts.resume(idOf(1)))).toEqual(draft);
      expect(await states()).toEqual([]);
    });

    test('what is taken is a push item whose hash is that of its story', async () => {
      await finish(1);
      const [sendable] = await take();
      const item = PushItemSchema.parse(JSON.parse(sendable?.json ?? ''));
      expect(item.hash).toBe(await contentHash(item.story));
      expect(item.hash).toBe(sendable?.hash);
      expect(item.receipt).toMatch(/^[0-9a-f]{64}$/);
      expect(sendable?.json).not.toContain(WORDS[0]);
      // Spelled as it was hashed: the server then finds every name in its place.
      expect(sendable?.json).toContain(canonicalJson(item.story));
    });

    test('stories are taken in order of sequence, by collector, within count and bytes', async () => {
      await finish(1);
      await finish(2, { collector: OTHER_CODE });
      await finish(3);
      await finish(4);
      expect(value(await device.outbox.beginPass())).toEqual([CODE, OTHER_CODE]);
      const first = await take({ stories: 2 });
      expect(first.map(({ id }) => id)).toEqual([idOf(1), idOf(3)]);
      expect(await take({ after: first.at(-1)?.sequence ?? 0, bytes: 1 })).toHaveLength(1);
      expect(await take()).toEqual([]);
      expect(await take({}, OTHER_CODE)).toHaveLength(1);
    });

    test('a story left sending by a killed pass waits again', async () => {
      await finish(1);
      await take();
      expect(await states()).toEqual(['sending']);
      expect(value(await device.outbox.beginPass())).toEqual([CODE]);
      expect(await states()).toEqual(['waiting']);
    });

    test('a refused story stays with its reason until a person has it offered again', async () => {
      await finish(1);
      await device.outbox.settle([
        { id: idOf(1), kind: 'refused', refusal: { kind: 'limit_reached', message: 'This collector is full.' } },
      ]);
      expect(value(await device.outbox.list()).entries[0]).toMatchObject({
        state: 'refused',
        refusal: { kind: 'limit_reached', message: 'This collector is full.' },
      });
      expect(value(await device.outbox.beginPass())).toEqual([]);
      await device.outbox.tryAgain(idOf(1));
      expect(value(await device.outbox.beginPass())).toEqual([CODE]);
    });

    test('a story the server broke on is kept for a turn of its own', async () => {
      await finish(1);
      await finish(2);
      await device.outbox.settle([{ id: idOf(1), kind: 'waiting', fault: true }]);
      expect((await take()).map(({ id }) => id)).toEqual([idOf(2)]);
      expect((await take({ faulty: true })).map(({ id }) => id)).toEqual([idOf(1)]);
    });

    test('stored stays stored, whatever a later answer says about a second copy', async () => {
      await finish(1);
      await stored(1);
      await device.outbox.settle([
        { id: idOf(1), kind: 'waiting' },
        { id: idOf(1), kind: 'refused', refusal: { kind: 'other_content', message: 'Other content.' } },
      ]);
      expect(await states()).toEqual(['stored']);
    });

    test('after the server was restored, what is still held is offered again', async () => {
      await finish(1);
      await stored(1, 'one');
      expect(value(await device.outbox.offerAgain('one'))).toBe(0);
      expect(value(await device.outbox.offerAgain('two'))).toBe(1);
      expect((await take()).map(({ id }) => id)).toEqual([idOf(1)]);
    });

    test('stored bytes go after some days of the server clock; receipt and hash stay', async () => {
      await finish(1);
      await stored(1, 'one', 1000);
      expect(value(await device.outbox.dropOldBodies(1000 + KEEP_STORED_DAYS * DAY_MS))).toBe(0);
      expect(value(await device.outbox.dropOldBodies(1001 + KEEP_STORED_DAYS * DAY_MS))).toBe(1);
      expect(value(await device.outbox.offerAgain('two'))).toBe(0);
      expect(await states()).toEqual(['stored']);
      expect(value(await device.receipts.get(idOf(1)))?.hash).toMatch(/^[0-9a-f]{64}$/);
    });

    test('on a shared device the words are not kept, and the bytes go as soon as the server has them', async () => {
      expect(await finish(1, { shared: true })).toMatchObject({ kind: 'finished', words: WORDS });
      expect(value(await device.receipts.get(idOf(1)))?.words).toBeNull();
      await stored(1);
      expect(value(await device.outbox.offerAgain('two'))).toBe(0);
    });

    test('a teller’s No takes the body of a story that has arrived at once, and nothing of it is offered again', async () => {
      await finish(1);
      await stored(1, 'one', 1000);
      await device.own.keepWords(idOf(1));
      await device.own.dropWords(idOf(1));
      expect(value(await device.own.words(idOf(1)))).toBeNull();
      expect(value(await device.own.keepWords(idOf(1)))).toBe('gone');
      expect(value(await device.outbox.offerAgain('two'))).toBe(0);
      expect(await states()).toEqual(['stored']);
      expect(value(await device.receipts.get(idOf(1)))?.words).toEqual(WORDS);
    });

    test.each([false, true])('a No before it has arrived still sends it, once (under way: %s)', async (underWay) => {
      await finish(1);
      if (underWay) await take();
      await device.own.dropWords(idOf(1));
      expect(value(await device.own.keepWords(idOf(1)))).toBe('gone');
      expect(value(await device.outbox.beginPass())).toEqual([CODE]);
      expect((await take()).map(({ id }) => id)).toEqual([idOf(1)]);
      await stored(1);
      expect(value(await device.outbox.offerAgain('two'))).toBe(0);
      expect(await states()).toEqual(['stored']);
    });

    test('a No takes a change of the story along that was begun and not sent', async () => {
      await finish(1);
      await stored(1);
      await device.own.keepWords(idOf(1));
      await device.drafts.save(draftOf(1, { amends: 1 }));
      await device.own.dropWords(idOf(1));
      expect(value(await device.drafts.resume(idOf(1)))).toBeNull();
    });

    test('without an answer about keeping it, a story is offered again after a restore', async () => {
      await finish(1);
      await stored(1);
      await device.own.show(idOf(1), true);
      expect(value(await device.outbox.offerAgain('two'))).toBe(1);
    });

    test('a receipt is forgotten only after its story has arrived', async () => {
      await finish(1);
      expect(value(await device.receipts.forget(idOf(1)))).toBe('not_arrived');
      await stored(1);
      expect(value(await device.receipts.forget(idOf(1)))).toBe('forgotten');
      expect(await states()).toEqual([]);
      expect(value(await device.receipts.list()).receipts).toEqual([]);
    });

    test('a watcher hears of each change until it stops listening', async () => {
      const heard: (string | null)[] = [];
      const stop = device.outbox.watch(idOf(1), (entry) => heard.push(entry?.state ?? null));
      await finish(1);
      await expect.poll(() => heard.at(-1)).toBe('waiting');
      await stored(1);
      await expect.poll(() => heard.at(-1)).toBe('stored');
      stop();
      await device.receipts.forget(idOf(1));
      expect(heard.at(-1)).toBe('stored');
    });

    test('counts say how many wait, travel, arrived and were refused', async () => {
      await finish(1);
      await finish(2);
      await stored(2);
      expect(value(await device.outbox.count())).toEqual({ waiting: 1, sending: 0, stored: 1, refused: 0 });
    });

    test('a collector is kept with its token, the last used first; a spent token is forgotten, the collector not', async () => {
      await device.collectors.keep(collectorOf(CODE), 'old');
      await device.collectors.keep(collectorOf(OTHER_CODE), 'other');
      await device.collectors.keep(collectorOf(CODE), 'new');
      expect(value(await device.collectors.list()).map(({ code }) => code)).toEqual([CODE, OTHER_CODE]);
      await device.collectors.forgetToken(CODE, 'old');
      expect(value(await device.collectors.get(CODE))?.token).toBe('new');
      await device.collectors.forgetToken(CODE, 'new');
      expect(value(await device.collectors.get(CODE))).toEqual({ collector: collectorOf(CODE), token: null });
    });

    test('an edition is found again by framework, version, audience and language', async () => {
      const edition = editionFor(FrameworkSchema.parse(content), 'youth');
      await device.collectors.keepEdition(edition, 'en-GB');
      const { id, version } = edition;
      expect(value(await device.collectors.edition({ id, version }, 'youth', 'en-GB'))).toEqual(edition);
      expect(value(await device.collectors.edition({ id, version: version + 1 }, 'youth', 'en-GB'))).toBeNull();
      expect(value(await device.collectors.edition({ id, version }, 'child', 'en-GB'))).toBeNull();
    });

    test('the device has one random id', async () => {
      const id = value(await device.meta.deviceId());
      expect(id).toMatch(/^[0-9a-f-]{36}$/);
      expect(value(await device.meta.deviceId())).toBe(id);
    });

    test('quiet asked for by the server ends in time, and when the clock is set back', async () => {
      await device.meta.keepQuiet(1000, 500);
      expect(value(await device.meta.quietFor(1200))).toBe(300);
      expect(value(await device.meta.quietFor(1500))).toBe(0);
      expect(value(await device.meta.quietFor(900))).toBe(0);
    });
  });
  mediaContract(name, open);
}
