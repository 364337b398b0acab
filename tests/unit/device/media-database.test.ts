import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { DeviceDatabase } from '$lib/device/database';
import type { Device } from '$lib/device/device';
import { finishing } from '$lib/device/finish-story';
import { openDevice } from '$lib/device/open-device';
import { WITHOUT_DRAFT_MS } from '$lib/device/settle-file';
import { CODE, WORDS, collectorOf, draftOf, idOf } from './samples';

const CLOCK = new Date('2026-11-02T10:05:00.000Z');
let now = 1_000_000_000_000;

afterEach(() => void vi.restoreAllMocks());

async function open(name: string): Promise<Device> {
  const opened = await openDevice({ name, now: () => now });
  if (opened.kind !== 'open') throw new Error(opened.kind, { cause: opened.cause });
  return opened.device;
}

const bytes = new TextEncoder().encode('a voice');
async function addTo(device: Device, n: number) {
  const added = await device.media.add(idOf(n), { kind: 'voice', mime: 'audio/webm', bytes });
  if (added.kind !== 'kept') throw new Error(added.kind);
  return added.value;
}
async function counts(name: string) {
  const raw = new DeviceDatabase(name);
  const found = [await raw.media.count(), await raw.mediaBytes.count(), await raw.recordingParts.count()];
  raw.close();
  return found;
}

describe('files in the database of a device', () => {
  test('a database of the first version is taken over with everything in it', async () => {
    const old = new Dexie('from version 1');
    old.version(1).stores({
      drafts: 'id, [collector+savedAt]',
      outbox: 'id, sequence, state, [state+collector], [collector+state+sequence], [state+epoch]',
      bodies: 'id',
      receipts: 'id, sequence',
      collectors: 'code, usedAt',
      editions: 'key',
      meta: 'key',
    });
    const prepared = await finishing({ draft: draftOf(1), clock: CLOCK, words: WORDS, shared: false }).prepare(1);
    if (prepared.kind !== 'prepared') throw new Error(prepared.kind);
    await old.table('outbox').add(prepared.row);
    await old.table('bodies').add(prepared.body);
    await old.table('receipts').add(prepared.receipt);
    await old.table('drafts').add({ id: idOf(2), collector: CODE, savedAt: 1, draft: draftOf(2) });
    await old.table('collectors').add({ code: CODE, token: 'kept', collector: collectorOf(CODE), usedAt: 1 });
    await old.table('meta').add({ key: 'sequence', value: 1 });
    old.close();

    const device = await open('from version 1');
    expect(await device.outbox.list()).toMatchObject({ value: { entries: [{ id: idOf(1), state: 'waiting' }] } });
    expect(await device.outbox.take(CODE, { after: 0, stories: 9, bytes: 1e6, faulty: false })).toMatchObject({
      value: [{ json: prepared.body.json }],
    });
    expect(await device.drafts.resume(idOf(2))).toEqual({ kind: 'kept', value: draftOf(2) });
    expect(await device.collectors.get(CODE)).toMatchObject({ value: { token: 'kept' } });
    const ref = await addTo(device, 2);
    await device.outbox.add(
      finishing({ draft: draftOf(2, { media: [ref] }), clock: CLOCK, words: WORDS, shared: false }),
    );
    expect(await device.outbox.list()).toMatchObject({ value: { entries: [{ sequence: 2 }, { sequence: 1 }] } });
    expect(await device.mediaQueue.waitingFor(CODE)).toMatchObject({ value: [{ story: idOf(2) }] });
  });

  test('a full disk while finishing leaves the file with its draft, and finishing again sends it', async () => {
    const device = await open('full with file');
    const ref = await addTo(device, 1);
    const draft = draftOf(1, { media: [ref] });
    await device.drafts.save(draft);
    const put = Object.getOwnPropertyDescriptor(IDBObjectStore.prototype, 'put')?.value as IDBObjectStore['put']; // it is one
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...given) {
      if (this.name === 'media') throw new DOMException('no room', 'QuotaExceededError');
      return put.apply(this, given);
    });
    const told = { draft, clock: CLOCK, words: WORDS, shared: false };
    expect((await device.outbox.add(finishing(told))).kind).toBe('storage_full');
    vi.restoreAllMocks();
    expect(await device.drafts.resume(idOf(1))).toEqual({ kind: 'kept', value: draft });
    expect(await device.mediaQueue.beginPass()).toEqual({ kind: 'kept', value: [] });
    expect((await device.outbox.add(finishing(told))).kind).toBe('finished');
    expect(await device.mediaQueue.beginPass()).toEqual({ kind: 'kept', value: [CODE] });
  });

  test('a full disk while a file is made says so and keeps nothing of it', async () => {
    const device = await open('full for a file');
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('no room', 'QuotaExceededError');
    });
    const added = await device.media.add(idOf(1), { kind: 'photo', mime: 'image/webp', bytes });
    vi.restoreAllMocks();
    expect(added.kind).toBe('storage_full');
    expect(await counts('full for a file')).toEqual([0, 0, 0]);
  });

  test('files and parts whose draft is gone by another way are removed, those of a draft just being saved are not', async () => {
    const device = await open('orphans');
    await addTo(device, 1);
    await device.media.addPart(idOf(2), { index: 0, mime: 'audio/webm', bytes });
    await device.mediaQueue.beginPass();
    expect(await counts('orphans')).toEqual([1, 1, 1]);
    now += WITHOUT_DRAFT_MS + 1;
    await addTo(device, 3);
    await device.drafts.save(draftOf(3));
    await device.mediaQueue.beginPass();
    expect(await counts('orphans')).toEqual([1, 1, 0]);
    now += WITHOUT_DRAFT_MS + 1;
    await device.mediaQueue.beginPass();
    expect(await counts('orphans')).toEqual([1, 1, 0]);
    const raw = new DeviceDatabase('orphans');
    await raw.drafts.delete(idOf(3));
    raw.close();
    await device.mediaQueue.beginPass();
    expect(await counts('orphans')).toEqual([0, 0, 0]);
  });

  test('a row that another version wrote blocks no file and keeps its bytes', async () => {
    const device = await open('another version');
    const ref = await addTo(device, 1);
    const raw = new DeviceDatabase('another version');
    await raw.table('media').put({ story: idOf(9), sha256: ref.sha256, state: 'of a later version' });
    await device.drafts.discard(idOf(1));
    expect(await raw.mediaBytes.count()).toBe(1);
    expect(await device.mediaQueue.beginPass()).toEqual({ kind: 'kept', value: [] });
    raw.close();
  });
});
