import { beforeEach, describe, expect, test } from 'vitest';
import type { Device } from '$lib/device/device';
import { finishing } from '$lib/device/finish-story';
import type { Kept } from '$lib/device/kept';
import { receiptIn } from '$lib/device/withdrawals';
import { amendmentOf } from '$lib/domain/story/amendment';
import { PushItemSchema } from '$lib/protocol/push';
import { CODE, WORDS, draftOf, idOf } from './samples';

const CLOCK = new Date('2026-11-02T10:05:00.000Z');
const ALL = { after: 0, stories: 50, bytes: 256 * 1024, faulty: false };
const RECEIPT = 'a'.repeat(64);

function value<T>(result: Kept<T>): T {
  if (result.kind !== 'kept') throw new Error(`expected a kept value, not ${result.kind}`, { cause: result.cause });
  return result.value;
}

/** What every store of a device does with stories that are taken back, changed or kept. @param open a new, empty one */
export function withdrawalContract(name: string, open: () => Promise<Device>): void {
  describe(`own stories on a device kept in ${name}`, () => {
    let device: Device;
    beforeEach(async () => {
      device = await open();
    });

    const finish = (n: number, changes: Parameters<typeof draftOf>[1] = {}, shared = false) =>
      device.outbox.add(finishing({ draft: draftOf(n, changes), clock: CLOCK, words: WORDS, shared }));
    const take = async () => value(await device.outbox.take(CODE, ALL));
    const store = async (n: number, hash?: string) =>
      device.outbox.settle([
        { id: idOf(n), kind: 'stored', epoch: 'one', serverTime: null, ...(hash === undefined ? {} : { hash }) },
      ]);
    const states = async () => value(await device.outbox.list()).entries.map(({ id, state }) => [id, state]);
    const back = async (n: number, receipt: string | null = RECEIPT) =>
      value(await device.withdrawals.takeBack(idOf(n), receipt));
    const amended = async (n: number, text: string) => {
      const item = PushItemSchema.parse(JSON.parse(value(await device.own.words(idOf(n))) ?? ''));
      return { ...amendmentOf(item.story, null, 'check'), text };
    };

    test('a story that never left is deleted, and the server hears nothing of it', async () => {
      await finish(1);
      await finish(2);
      await device.own.keepWords(idOf(1));
      expect(await back(1)).toBe('deleted');
      expect(await states()).toEqual([[idOf(2), 'waiting']]);
      expect((await take()).map(({ id }) => id)).toEqual([idOf(2)]);
      expect(value(await device.receipts.get(idOf(1)))).toBeNull();
      expect(value(await device.own.words(idOf(1)))).toBeNull();
      expect(value(await device.withdrawals.waiting())).toEqual([]);
      expect(value(await device.withdrawals.list())).toMatchObject([{ id: idOf(1), state: 'done', shown: true }]);
    });

    test('a story that may have left is deleted and never sent again, and the server is told until it knows', async () => {
      await finish(1);
      await take();
      await device.outbox.settle([{ id: idOf(1), kind: 'waiting' }]);
      expect(await back(1)).toBe('queued');
      expect(await take()).toEqual([]);
      const told = { id: idOf(1), collector: CODE, receipt: RECEIPT };
      expect(value(await device.withdrawals.waiting())).toEqual([told]);
      // An answer to the copy that was under way changes nothing.
      await store(1);
      expect(await states()).toEqual([]);
      expect(await back(1)).toBe('queued');
      await device.withdrawals.done(idOf(1));
      expect(value(await device.withdrawals.waiting())).toEqual([]);
      expect(value(await device.withdrawals.list())).toMatchObject([{ state: 'done' }]);
    });

    test('a story of another device is taken back by its receipt alone, once, and stands in no list here', async () => {
      const asked = { collector: CODE, receipt: RECEIPT };
      await device.withdrawals.takeBackByReceipt(idOf(7), asked);
      await device.withdrawals.takeBackByReceipt(idOf(8), asked);
      expect(value(await device.withdrawals.waiting())).toEqual([{ id: idOf(7), ...asked }]);
      expect(value(await device.withdrawals.list()).filter(({ shown }) => shown)).toEqual([]);
      await device.withdrawals.done(idOf(7));
      expect(value(await device.withdrawals.waiting())).toEqual([]);
      await device.withdrawals.takeBackByReceipt(idOf(9), asked);
      expect(value(await device.withdrawals.waiting())).toHaveLength(1);
    });

    test('a story that waits here goes when it is taken back by its receipt alone', async () => {
      await finish(1);
      const [sent] = await take();
      await device.outbox.settle([{ id: idOf(1), kind: 'waiting' }]);
      const receipt = receiptIn(sent?.json) ?? '';
      await device.withdrawals.takeBackByReceipt(idOf(7), { collector: CODE, receipt });
      expect(await states()).toEqual([]);
      expect(await take()).toEqual([]);
      expect(value(await device.withdrawals.waiting())).toEqual([{ id: idOf(1), collector: CODE, receipt }]);
    });

    test('without words at hand, the receipt in the bytes that wait is used; where neither is here, nothing is done', async () => {
      await finish(1, {}, true);
      await take();
      expect(await back(1, null)).toBe('queued');
      const [waiting] = value(await device.withdrawals.waiting());
      expect(waiting?.receipt).toMatch(/^[0-9a-f]{64}$/);
      await finish(2, {}, true);
      await store(2);
      expect(await back(2, null)).toBe('no_receipt');
      expect(await states()).toEqual([[idOf(2), 'stored']]);
      expect(await back(3)).toBe('no_receipt');
    });

    test('nothing that comes late brings it back: no draft, no second finish', async () => {
      await finish(1);
      await back(1);
      expect(value(await device.drafts.save(draftOf(1)))).toBe('already_finished');
      expect(await finish(1)).toEqual({ kind: 'taken_back' });
      expect(await states()).toEqual([]);
      await device.withdrawals.forget(idOf(1));
      expect(value(await device.withdrawals.list())).toMatchObject([{ shown: false }]);
      expect(await finish(1)).toEqual({ kind: 'taken_back' });
    });

    test('what the server says was taken back elsewhere keeps no bytes here, and can be put away', async () => {
      await finish(1);
      const refusal = { kind: 'withdrawn', message: 'Taken back.' };
      await device.outbox.settle([{ id: idOf(1), kind: 'refused', refusal }]);
      expect(value(await device.own.keepWords(idOf(1)))).toBe('gone');
      expect(value(await device.receipts.forget(idOf(1)))).toBe('forgotten');
    });

    test('stories are listed newest first; a child’s, and those of a shared device, only where somebody said so, or not at all', async () => {
      await finish(1);
      await finish(2, { audience: 'child' });
      await finish(3, {}, true);
      const shown = async () => value(await device.own.list()).map(({ id, shown }) => [id, shown]);
      expect(await shown()).toEqual([
        [idOf(2), false],
        [idOf(1), true],
      ]);
      await device.own.show(idOf(2), true);
      await device.own.show(idOf(1), false);
      expect(await shown()).toEqual([
        [idOf(2), true],
        [idOf(1), false],
      ]);
    });

    test('words are kept only when asked for, and go one by one', async () => {
      for (const n of [1, 2, 3]) await finish(n);
      const kept = async () => value(await device.own.list()).map(({ kept }) => kept);
      expect(await kept()).toEqual([false, false, false]);
      for (const n of [1, 2, 3]) expect(value(await device.own.keepWords(idOf(n)))).toBe('kept');
      expect(value(await device.own.words(idOf(1)))).toContain('story 1 was told');
      await device.own.dropWords(idOf(2));
      expect(await kept()).toEqual([true, false, true]);
      await finish(4, {}, true);
      expect(value(await device.own.keepWords(idOf(4)))).toBe('gone');
    });

    test('how a story was told can be said while it is here, kept or waiting: not after a No, nor where others tell', async () => {
      for (const n of [1, 2]) await finish(n);
      await finish(3, {}, true);
      const told = async () => Promise.all([1, 2, 3].map(async (n) => value(await device.own.told(idOf(n))) !== null));
      expect(await told()).toEqual([true, true, false]);
      await device.own.keepWords(idOf(1));
      await device.own.dropWords(idOf(2));
      expect(await told()).toEqual([true, false, false]);
    });

    test('a change is a draft of the same story, and takes the place of what waited or arrived', async () => {
      await finish(1);
      await store(1);
      await device.own.keepWords(idOf(1));
      const draft = await amended(1, 'Changed words.');
      expect(value(await device.drafts.save(draft))).toBe('saved');
      expect(value(await device.drafts.listFor(CODE)).drafts.map(({ amends }) => amends)).toEqual([1]);
      const told = finishing({ draft, clock: CLOCK, words: WORDS, shared: false });
      expect(await device.outbox.add(told)).toMatchObject({ kind: 'finished', id: idOf(1) });
      expect(await states()).toEqual([[idOf(1), 'waiting']]);
      expect(value(await device.drafts.save(draft))).toBe('already_finished');
      expect(await device.outbox.add(told)).toMatchObject({ kind: 'already_finished' });
      const [sendable] = await take();
      const item = PushItemSchema.parse(JSON.parse(sendable?.json ?? ''));
      expect(item.story).toMatchObject({ id: idOf(1), revision: 2, text: 'Changed words.' });
      expect(value(await device.own.words(idOf(1)))).toContain('Changed words.');
      // Of the first revision the server may know: it is told when the story is taken back.
      expect(await back(1)).toBe('queued');
    });

    test('a changed story is still known by when it was first finished, and so it is when it is taken back', async () => {
      await finish(1);
      await device.own.keepWords(idOf(1));
      const draft = await amended(1, 'Changed words.');
      const later = new Date('2026-11-05T16:00:00.000Z');
      await device.outbox.add(finishing({ draft, clock: later, words: WORDS, shared: false }));
      const moments = (rows: readonly { finishedAt: number }[]) => rows.map(({ finishedAt }) => finishedAt);
      expect(moments(value(await device.own.list()))).toEqual([CLOCK.getTime()]);
      await back(1);
      expect(moments(value(await device.withdrawals.list()))).toEqual([CLOCK.getTime()]);
    });

    const made = async (n: number, text: string) => {
      const bytes = new TextEncoder().encode(text);
      return value(await device.media.add(idOf(n), { kind: 'photo', mime: 'image/webp', bytes }));
    };
    const here = async (sha256: string) => value(await device.media.file(sha256)) !== null;
    const waiting = async () =>
      value(await device.mediaQueue.waitingFor(CODE)).map(({ story, sha256 }) => [story, sha256]);
    const arrived = (n: number, sha256: string) =>
      device.mediaQueue.settle({ story: idOf(n), sha256 }, { kind: 'stored', epoch: 'one', serverTime: null });

    test('a story that is taken back takes its files along, sent or not, and leaves those that another one names', async () => {
      const [own, both] = [await made(1, 'own'), await made(1, 'both')];
      await made(2, 'both');
      await finish(1, { media: [own, both] });
      await finish(2, { media: [both] });
      await device.outbox.take(CODE, { ...ALL, stories: 1 });
      await arrived(1, own.sha256);
      expect(await back(1)).toBe('queued');
      expect(await waiting()).toEqual([[idOf(2), both.sha256]]);
      expect(await here(own.sha256)).toBe(false);
      expect(await here(both.sha256)).toBe(true);
      // What was under way, or comes late, brings nothing back.
      await arrived(1, own.sha256);
      await made(1, 'late');
      expect(await waiting()).toEqual([[idOf(2), both.sha256]]);
      expect(await here(await made(1, 'late').then(({ sha256 }) => sha256))).toBe(false);
    });

    test('what the server says was taken back elsewhere keeps no file here, and sends none', async () => {
      const file = await made(1, 'a photo');
      await finish(1, { media: [file] });
      const refusal = { kind: 'withdrawn', message: 'Taken back.' };
      await device.outbox.settle([{ id: idOf(1), kind: 'refused', refusal }]);
      expect(await waiting()).toEqual([]);
      expect(await here(file.sha256)).toBe(false);
      expect(value(await device.receipts.forget(idOf(1)))).toBe('forgotten');
    });

    test('a change keeps the files it shares with what was told, drops those taken off and sends new ones', async () => {
      const [stays, goes] = [await made(1, 'stays'), await made(1, 'goes')];
      const symbols = ['home', 'sad'];
      const helper = { who: 'family' as const, expressed: ['speech' as const], view: '', wrote: true };
      await finish(1, { media: [stays, goes], symbols, helper });
      await device.own.keepWords(idOf(1));
      await store(1);
      for (const { sha256 } of [stays, goes]) await arrived(1, sha256);
      const draft = await amended(1, 'Changed words.');
      expect(draft).toMatchObject({ media: [stays, goes], symbols, helper });
      await device.drafts.save(draft);
      const comes = await made(1, 'comes');
      // The same bytes once more are the file that is there.
      await made(1, 'stays');
      await device.media.remove(idOf(1), goes.sha256);
      const changed = { ...draft, media: [stays, comes] };
      await device.drafts.save(changed);
      await device.outbox.add(finishing({ draft: changed, clock: CLOCK, words: WORDS, shared: false }));
      expect(await waiting()).toEqual([[idOf(1), comes.sha256]]);
      expect(await here(stays.sha256)).toBe(true);
      expect(await here(goes.sha256)).toBe(false);
      // Nothing of the change is lost by a draft's end, and what comes after it is too late.
      await device.drafts.discard(idOf(1));
      await made(1, 'late');
      expect(await waiting()).toEqual([[idOf(1), comes.sha256]]);
      expect(await here(stays.sha256)).toBe(true);
    });

    test('a story in My stories says how far its files are', async () => {
      const [first, second] = [await made(1, 'first'), await made(1, 'second')];
      await finish(1, { media: [first, second] });
      await store(1);
      await arrived(1, first.sha256);
      const [story] = value(await device.own.list());
      expect(story).toMatchObject({ state: 'stored', files: { waiting: 1, stored: 1, refused: 0, refusal: null } });
    });

    test('a change that is thrown away leaves the files of what was told as they are', async () => {
      const told = await made(1, 'told');
      await finish(1, { media: [told] });
      await device.own.keepWords(idOf(1));
      const draft = await amended(1, 'Changed words.');
      await device.drafts.save(draft);
      const added = await made(1, 'added');
      await made(1, 'told');
      await device.drafts.discard(idOf(1));
      expect(await here(added.sha256)).toBe(false);
      expect(await here(told.sha256)).toBe(true);
      expect(await waiting()).toEqual([[idOf(1), told.sha256]]);
    });

    test('an answer to the earlier words says nothing about the changed ones', async () => {
      await finish(1);
      await device.own.keepWords(idOf(1));
      const [first] = await take();
      const draft = await amended(1, 'Changed words.');
      await device.outbox.add(finishing({ draft, clock: CLOCK, words: WORDS, shared: false }));
      await store(1, first?.hash);
      expect(await states()).toEqual([[idOf(1), 'waiting']]);
      const [second] = await take();
      await store(1, second?.hash);
      expect(await states()).toEqual([[idOf(1), 'stored']]);
    });
  });
}
