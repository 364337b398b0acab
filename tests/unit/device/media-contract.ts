import { createHash } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Device } from '$lib/device/device';
import { KEEP_STORED_DAYS } from '$lib/device/device';
import { finishing } from '$lib/device/finish-story';
import type { Kept } from '$lib/device/kept';
import type { MadeFile } from '$lib/device/media';
import type { FileProgress } from '$lib/device/media-queue';
import { PushItemSchema } from '$lib/protocol/push';
import type { Draft } from '$lib/domain/story/draft';
import { CODE, OTHER_CODE, WORDS, draftOf, idOf } from './samples';

const CLOCK = new Date('2026-11-02T10:05:00.000Z');
const DAY_MS = 24 * 60 * 60 * 1000;

function value<T>(result: Kept<T>): T {
  if (result.kind !== 'kept') throw new Error(`expected a kept value, not ${result.kind}`, { cause: result.cause });
  return result.value;
}

const bytesOf = (text: string) => new TextEncoder().encode(text);
const madeOf = (text: string, changes: Partial<MadeFile> = {}): MadeFile => ({
  kind: 'voice',
  mime: 'audio/webm;codecs=opus',
  bytes: bytesOf(text),
  seconds: 12,
  ...changes,
});

/** What every store of a device promises about files. */
export function mediaContract(name: string, open: () => Promise<Device>): void {
  describe(`the files of stories kept in ${name}`, () => {
    let device: Device;
    beforeEach(async () => {
      device = await open();
    });

    const add = async (n: number, text: string, changes: Partial<MadeFile> = {}) =>
      value(await device.media.add(idOf(n), madeOf(text, changes)));
    const finish = async (n: number, changes: Partial<Draft> = {}, shared = false) =>
      device.outbox.add(finishing({ draft: draftOf(n, changes), clock: CLOCK, words: WORDS, shared }));
    const told = async (n: number, text: string, { shared = false, collector = CODE } = {}) => {
      const ref = await add(n, text);
      await finish(n, { media: [ref], collector }, shared);
      return { story: idOf(n), sha256: ref.sha256 };
    };
    const read = async (sha256: string) => (await value(await device.media.file(sha256))?.text()) ?? null;
    const progress = async (n: number) => {
      const heard: FileProgress[] = [];
      const stop = device.mediaQueue.watch(idOf(n), (now) => heard.push(now));
      await expect.poll(() => heard.length).toBeGreaterThan(0);
      stop();
      return heard.at(-1);
    };
    const waiting = async (code = CODE) => value(await device.mediaQueue.waitingFor(code));
    const stored = (file: { story: string; sha256: string }, epoch = 'one', serverTime: number | null = null) =>
      device.mediaQueue.settle(file, { kind: 'stored', epoch, serverTime });

    test('a file is named by its content, and its type says nothing of the codec', async () => {
      const ref = await add(1, 'a voice');
      const sha256 = createHash('sha256').update('a voice').digest('hex');
      expect(ref).toEqual({ sha256, kind: 'voice', mime: 'audio/webm', bytes: 7, seconds: 12 });
      const file = value(await device.media.file(sha256));
      expect(file?.type).toBe('audio/webm');
      expect(await file?.text()).toBe('a voice');
    });

    test('a view of a larger buffer keeps its own part', async () => {
      const bytes = bytesOf('..part..').subarray(2, 6);
      expect(await read((await add(1, '', { bytes })).sha256)).toBe('part');
    });

    test('a teller’s No takes what has arrived at once, and the rest as soon as it has', async () => {
      const voice = await add(1, 'a voice');
      const photo = await add(1, 'a photo', { kind: 'photo', mime: 'image/webp' });
      await finish(1, { media: [voice, photo] });
      await stored({ story: idOf(1), sha256: voice.sha256 });
      await device.own.dropWords(idOf(1));
      expect(await read(voice.sha256)).toBeNull();
      expect(await waiting()).toEqual([{ story: idOf(1), sha256: photo.sha256 }]);
      await stored({ story: idOf(1), sha256: photo.sha256 });
      expect(await read(photo.sha256)).toBeNull();
      expect(value(await device.mediaQueue.offerAgain('two'))).toBe(0);
      expect(await progress(1)).toMatchObject({ stored: 2, waiting: 0, refused: 0 });
    });

    test('what is not here is null', async () => {
      expect(value(await device.media.file('0'.repeat(64)))).toBeNull();
    });

    test('a file taken off its draft is gone, unless another draft has the same', async () => {
      const { sha256 } = await add(1, 'the same photo');
      await add(2, 'the same photo');
      await device.media.remove(idOf(1), sha256);
      expect(await read(sha256)).toBe('the same photo');
      await device.media.remove(idOf(2), sha256);
      expect(await read(sha256)).toBeNull();
    });

    test('discarding a draft takes its files and the parts of its recording along, and no others', async () => {
      const mine = await add(1, 'mine');
      const other = await add(2, 'of another draft');
      await device.media.addPart(idOf(1), { index: 0, mime: 'audio/webm', bytes: bytesOf('cut') });
      await device.drafts.save(draftOf(1, { media: [mine] }));
      await device.drafts.discard(idOf(1));
      expect(await read(mine.sha256)).toBeNull();
      expect(value(await device.media.unfinished(idOf(1)))).toBeNull();
      expect(await read(other.sha256)).toBe('of another draft');
    });

    test('a file waits only once its story is finished', async () => {
      const ref = await add(1, 'a voice');
      expect(value(await device.mediaQueue.beginPass())).toEqual([]);
      await finish(1, { media: [ref] });
      expect(value(await device.mediaQueue.beginPass())).toEqual([CODE]);
      expect(await waiting()).toEqual([{ story: idOf(1), sha256: ref.sha256 }]);
    });

    test('the story that leaves names its files', async () => {
      await told(1, 'a voice');
      const taken = value(await device.outbox.take(CODE, { after: 0, stories: 1, bytes: 1e6, faulty: false }));
      const item = PushItemSchema.parse(JSON.parse(taken[0]?.json ?? ''));
      expect(item.story.media).toMatchObject([{ kind: 'voice', mime: 'audio/webm', bytes: 7 }]);
    });

    test('what the finished story does not name goes: a file taken off, parts of a recording', async () => {
      const kept = await add(1, 'kept');
      const taken = await add(1, 'taken off');
      await device.media.addPart(idOf(1), { index: 0, mime: 'audio/webm', bytes: bytesOf('cut') });
      await finish(1, { media: [kept] });
      expect(await read(kept.sha256)).toBe('kept');
      expect(await read(taken.sha256)).toBeNull();
      expect(value(await device.media.unfinished(idOf(1)))).toBeNull();
    });

    test('finishing a second time drops what was made in between and keeps what waits', async () => {
      const first = await told(1, 'a voice');
      const late = await add(1, 'too late');
      await finish(1, { media: [late] });
      expect(await read(late.sha256)).toBeNull();
      expect(await waiting()).toEqual([first]);
      await device.media.addPart(idOf(1), { index: 0, mime: 'audio/webm', bytes: bytesOf('too late') });
      expect(value(await device.media.unfinished(idOf(1)))).toBeNull();
    });

    test('a file that the story names and the device lost is said to be missing', async () => {
      await finish(1, { media: [{ sha256: 'f'.repeat(64), kind: 'photo', mime: 'image/webp', bytes: 9 }] });
      expect(await progress(1)).toMatchObject({ waiting: 0, refused: 1, refusal: { kind: 'file_missing' } });
    });

    test('files leave in the order of their stories; those the server broke on go last', async () => {
      const [first, second] = [await told(1, 'one'), await told(2, 'two')];
      const other = await told(3, 'three', { collector: OTHER_CODE });
      expect(await waiting()).toEqual([first, second]);
      expect(await waiting(OTHER_CODE)).toEqual([other]);
      await device.mediaQueue.settle(first, { kind: 'waiting', fault: true });
      expect(await waiting()).toEqual([second, first]);
    });

    test('an upload that was begun is remembered until the file is stored', async () => {
      const file = await told(1, 'a voice');
      await device.mediaQueue.keepUpload(file, '/api/v1/media/abc');
      const opened = value(await device.mediaQueue.open(file));
      expect(opened).toMatchObject({ ...file, uploadUrl: '/api/v1/media/abc', ref: { kind: 'voice', seconds: 12 } });
      expect(await opened?.bytes.text()).toBe('a voice');
      await stored(file);
      expect(value(await device.mediaQueue.open(file))).toBeNull();
    });

    test('a stored file stays for some days of the server clock, then its bytes go', async () => {
      const file = await told(1, 'a voice');
      await stored(file, 'one', 1000);
      expect(await waiting()).toEqual([]);
      expect(value(await device.mediaQueue.dropOldBytes(1000 + KEEP_STORED_DAYS * DAY_MS))).toBe(0);
      expect(await read(file.sha256)).toBe('a voice');
      expect(value(await device.mediaQueue.dropOldBytes(1001 + KEEP_STORED_DAYS * DAY_MS))).toBe(1);
      expect(await read(file.sha256)).toBeNull();
      expect(await progress(1)).toMatchObject({ waiting: 0, stored: 1 });
      expect(value(await device.mediaQueue.offerAgain('two'))).toBe(0);
    });

    test('a server that never says its time starts the days with the first time it does', async () => {
      const file = await told(1, 'a voice');
      await stored(file, 'one', null);
      expect(value(await device.mediaQueue.dropOldBytes(5000))).toBe(0);
      expect(value(await device.mediaQueue.dropOldBytes(5001 + KEEP_STORED_DAYS * DAY_MS))).toBe(1);
    });

    test('after the server was restored, files still here wait again, from the first byte', async () => {
      const file = await told(1, 'a voice');
      await device.mediaQueue.keepUpload(file, '/api/v1/media/abc');
      await stored(file, 'one', 1000);
      expect(value(await device.mediaQueue.offerAgain('one'))).toBe(0);
      expect(value(await device.mediaQueue.offerAgain('two'))).toBe(1);
      expect(value(await device.mediaQueue.open(file))?.uploadUrl).toBeNull();
    });

    test('on a shared device the bytes go as soon as the server has verified them', async () => {
      const file = await told(1, 'a voice', { shared: true });
      await stored(file, 'one', 1000);
      expect(await read(file.sha256)).toBeNull();
      expect(value(await device.mediaQueue.offerAgain('two'))).toBe(0);
    });

    test('the same photo in two stories is needed until both have arrived', async () => {
      const [first, second] = [await told(1, 'a photo', { shared: true }), await told(2, 'a photo', { shared: true })];
      await stored(first);
      expect(await waiting()).toEqual([second]);
      expect(await read(second.sha256)).toBe('a photo');
      await stored(second);
      expect(await read(second.sha256)).toBeNull();
    });

    test('a refused file stays with its reason until a person has it offered again', async () => {
      const file = await told(1, 'a voice');
      const refusal = { kind: 'has_metadata', message: 'It says where it was made.' };
      await device.mediaQueue.settle(file, { kind: 'refused', refusal });
      expect(await waiting()).toEqual([]);
      expect(await progress(1)).toEqual({ waiting: 0, stored: 0, refused: 1, refusal });
      expect(await read(file.sha256)).toBe('a voice');
      await device.mediaQueue.tryAgain(idOf(1));
      expect(await waiting()).toEqual([file]);
    });

    test('stored stays stored, whatever a later answer says', async () => {
      const file = await told(1, 'a voice');
      await stored(file);
      await device.mediaQueue.settle(file, { kind: 'waiting', fault: true });
      await device.mediaQueue.settle(file, { kind: 'refused', refusal: { kind: 'x', message: 'No.' } });
      expect(await progress(1)).toEqual({ waiting: 0, stored: 1, refused: 0, refusal: null });
    });

    test('a receipt is forgotten only after the files have arrived, and takes them along', async () => {
      const file = await told(1, 'a voice');
      await device.outbox.settle([{ id: idOf(1), kind: 'stored', epoch: 'one', serverTime: 1 }]);
      expect(value(await device.receipts.forget(idOf(1)))).toBe('not_arrived');
      await stored(file);
      expect(value(await device.receipts.forget(idOf(1)))).toBe('forgotten');
      expect(await read(file.sha256)).toBeNull();
    });

    test('a watcher hears of files until it stops listening', async () => {
      const heard: FileProgress[] = [];
      const stop = device.mediaQueue.watch(idOf(1), (now) => heard.push(now));
      const file = await told(1, 'a voice');
      await expect.poll(() => heard.at(-1)?.waiting).toBe(1);
      await stored(file);
      await expect.poll(() => heard.at(-1)?.stored).toBe(1);
      stop();
    });

    test('parts of a recording are put together in order, the same number again replaces, a gap ends it', async () => {
      const part = (index: number, text: string) =>
        device.media.addPart(idOf(1), { index, mime: 'audio/webm;codecs=opus', bytes: bytesOf(text) });
      for (const [index, text] of [
        [1, 'b'],
        [0, 'x'],
        [0, 'a'],
        [3, 'd'],
      ] as const)
        await part(index, text);
      const cut = value(await device.media.unfinished(idOf(1)));
      expect(cut).toMatchObject({ mime: 'audio/webm;codecs=opus', parts: 2 });
      expect(new TextDecoder().decode(cut?.bytes)).toBe('ab');
      await device.media.dropParts(idOf(1));
      expect(value(await device.media.unfinished(idOf(1)))).toBeNull();
    });
  });
}
