import { beforeEach, describe, expect, test } from 'vitest';
import type { Device } from '$lib/device/device';
import { finishing } from '$lib/device/finish-story';
import type { Kept } from '$lib/device/kept';
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
