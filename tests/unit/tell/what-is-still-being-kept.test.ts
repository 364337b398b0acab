import { describe, expect, it } from 'vitest';
import { kept } from '$lib/device/kept';
import type { MadeFile } from '$lib/device/media';
import { memoryDevice } from '$lib/device/memory-device';
import { MAX_MEDIA } from '$lib/domain/story/media-ref';
import { RECEIPT_LIST_LENGTH } from '$lib/domain/story/receipt';
import { newDraft } from '$lib/survey/new-draft';
import type { Ending } from '$lib/tell/telling.svelte';
import { Telling } from '$lib/tell/telling.svelte';
import { collector, edition, STORY_ID } from '../../fixtures/sheffield-edition';

const WORDS = ['apple', 'boat', 'cloud', 'door'];
const WORD_LIST = Array.from({ length: RECEIPT_LIST_LENGTH }, (_, n) => WORDS[n % 4] ?? '');

function drawing(n: number): MadeFile {
  return { kind: 'drawing', mime: 'image/png', bytes: new Uint8Array([n, 2, 3]) };
}

/** A story about to be sent. */
function telling() {
  const device = memoryDevice();
  const shown = edition('family');
  const seen = { finished: null as string | null, ended: null as Ending | null };
  const told = new Telling(collector(), shown, newDraft(STORY_ID, collector(), shown), {
    ways: { show: () => undefined, back: () => undefined, thanks: () => undefined },
    device,
    receiptList: () => Promise.resolve({ kind: 'list', words: WORD_LIST }),
    clock: () => new Date('2026-11-02T10:00:00Z'),
    ended: (how) => (seen.ended = how),
    takenBack: () => undefined,
    finished: (id) => (seen.finished = id),
  });
  told.player.agree();
  return { device, told, seen };
}

/** Resolved by hand: a slow phone that is still packing a recording. */
function later<T>() {
  let resolve: (value: T) => void = () => undefined;
  const promise = new Promise<T>((done) => (resolve = done));
  return { promise, resolve };
}

describe('a file that is still being made when its screen is left', () => {
  it('goes with the story that is sent meanwhile', async () => {
    const { device, told, seen } = telling();
    told.player.write('Synthetic words.');
    const made = later<MadeFile>();
    void told.files.keeping(made.promise.then((file) => told.files.add(file)));
    const sent = told.send();
    made.resolve(drawing(1));
    await sent;
    expect(seen.finished).toBe(STORY_ID);
    const waiting = await device.mediaQueue.waitingFor('HB7KQM');
    expect(waiting.kind === 'kept' && waiting.value).toHaveLength(1);
  });

  it('is in the draft that is kept for later', async () => {
    const { device, told, seen } = telling();
    const made = later<MadeFile>();
    void told.files.keeping(made.promise.then((file) => told.files.add(file)));
    const ended = told.keepForLater();
    made.resolve(drawing(1));
    await ended;
    const draft = await device.drafts.resume(STORY_ID);
    expect(draft.kind === 'kept' && draft.value?.media).toHaveLength(1);
    expect(seen.ended).toBe('kept');
  });

  it('leaves nothing on the device when the story is thrown away', async () => {
    const { device, told } = telling();
    const first = await told.files.add(drawing(1));
    await told.throwAway();
    expect(await told.files.add(drawing(2))).toBeNull();
    await told.files.keepPart({ index: 0, mime: 'audio/webm', bytes: new Uint8Array([1]) });
    expect(await device.media.unfinished(STORY_ID)).toEqual(kept(null));
    const ref = await memoryDevice().media.add(STORY_ID, drawing(2));
    for (const sha256 of [first?.sha256 ?? '', ref.kind === 'kept' ? ref.value.sha256 : ''])
      expect(await device.media.file(sha256)).toEqual(kept(null));
  });
});

describe('a drawing that takes the place of an earlier one', () => {
  it('may do so where there is no room for one more', async () => {
    const { told } = telling();
    for (let n = 0; n < MAX_MEDIA; n += 1) await told.files.add(drawing(n));
    const [before] = told.files.made;
    const next = await told.files.add(drawing(99), before);
    expect(next).not.toBeNull();
    expect(told.files.made).toHaveLength(MAX_MEDIA);
    expect(told.files.made).not.toContainEqual(before);
  });

  it('leaves the earlier one where it could not be kept, and says so', async () => {
    const { device, told } = telling();
    const before = await told.files.add(drawing(1));
    device.media.add = () => Promise.resolve({ kind: 'storage_full', cause: null });
    expect(await told.files.add(drawing(2), before)).toBeNull();
    expect(told.files.made).toEqual([before]);
    expect(told.files.problem).toBe('not_kept');
  });
});

describe('a story that breaks while it is packed', () => {
  it('says that it was not sent, and can be sent again', async () => {
    const { device, told } = telling();
    told.player.write('Synthetic words.');
    const outbox = { ...device.outbox };
    device.outbox.add = () => Promise.reject(new Error('a bug'));
    await expect(told.send()).rejects.toThrow('a bug');
    expect([told.packing, told.notSent]).toEqual([false, 'failed']);
    Object.assign(device.outbox, outbox);
    await told.send();
    expect(told.notSent).toBeNull();
  });
});

describe('a call for help that breaks on the way', () => {
  it('is one that did not arrive', async () => {
    const { device, told } = telling();
    device.collectors.get = () => Promise.reject(new Error('a bug'));
    expect(await told.callForHelp('At school.')).toBe(false);
  });
});
