import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { DeviceDatabase, OPEN_TIMEOUT_MS, using } from '$lib/device/database';
import type { Device } from '$lib/device/device';
import { storageProblem } from '$lib/device/kept';
import { finishing } from '$lib/device/finish-story';
import { openDevice } from '$lib/device/open-device';
import { CODE, WORDS, draftOf, idOf } from './samples';

const CLOCK = new Date('2026-11-02T10:05:00.000Z');

afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

async function open(name: string): Promise<Device> {
  const opened = await openDevice({ name });
  if (opened.kind !== 'open') throw new Error(opened.kind, { cause: opened.cause });
  return opened.device;
}
const finish = (device: Device, n: number) =>
  device.outbox.add(finishing({ draft: draftOf(n), clock: CLOCK, words: WORDS, shared: false }));

describe('a row that cannot be read is set aside and blocks nothing', () => {
  test('among drafts', async () => {
    const device = await open('aside drafts');
    await device.drafts.save(draftOf(1));
    const raw = new DeviceDatabase('aside drafts');
    await raw.table('drafts').put({ id: idOf(2), collector: CODE, savedAt: 5, draft: { from: 'another version' } });
    expect(await device.drafts.listFor(CODE)).toEqual({ kind: 'kept', value: { drafts: [draftOf(1)], unreadable: 1 } });
    expect(await device.drafts.resume(idOf(2))).toEqual({ kind: 'kept', value: null });
    expect(await raw.table('drafts').count()).toBe(2);
    raw.close();
  });

  test('among finished stories, in the first place of the queue', async () => {
    const device = await open('aside outbox');
    for (const n of [1, 2, 3]) await finish(device, n);
    const raw = new DeviceDatabase('aside outbox');
    await raw.table('outbox').update(idOf(1), { hash: 'not a hash' });
    const taken = await device.outbox.take(CODE, { after: 0, stories: 50, bytes: 1_000_000, faulty: false });
    expect(taken.kind === 'kept' && taken.value.map(({ id }) => id)).toEqual([idOf(2), idOf(3)]);
    expect(await device.outbox.list()).toMatchObject({ value: { unreadable: 1 } });
    expect(await raw.table('outbox').get(idOf(1))).toBeDefined();
    raw.close();
  });

  test('a story whose body an older version wrote differently is still offered: the server judges it', async () => {
    const device = await open('old body');
    await finish(device, 1);
    const raw = new DeviceDatabase('old body');
    await raw.table('bodies').put({ id: idOf(1), json: '{"id":"of an older schema"}' });
    const taken = await device.outbox.take(CODE, { after: 0, stories: 50, bytes: 1_000_000, faulty: false });
    expect(taken).toMatchObject({ value: [{ json: '{"id":"of an older schema"}' }] });
    raw.close();
  });

  test('a story whose body is gone is shown as such, and no pass waits for it', async () => {
    const device = await open('no body');
    await finish(device, 1);
    const raw = new DeviceDatabase('no body');
    await raw.table('bodies').delete(idOf(1));
    const taken = await device.outbox.take(CODE, { after: 0, stories: 50, bytes: 1_000_000, faulty: false });
    expect(taken).toEqual({ kind: 'kept', value: [] });
    expect(await device.outbox.list()).toMatchObject({
      value: { entries: [{ state: 'refused', refusal: { kind: 'body_missing' } }] },
    });
    raw.close();
  });

  test('a lost sequence counter never gives a number again', async () => {
    const device = await open('lost counter');
    await finish(device, 1);
    await finish(device, 2);
    const raw = new DeviceDatabase('lost counter');
    await raw.table('meta').delete('sequence');
    await finish(device, 3);
    expect(await device.outbox.list()).toMatchObject({ value: { entries: [{ sequence: 3 }, { sequence: 2 }, {}] } });
    raw.close();
  });
});

describe('when storage fails, it is said and nothing hangs', () => {
  test.each([
    ['QuotaExceededError', 'storage_full'],
    ['SecurityError', 'storage_unavailable'],
    ['InvalidStateError', 'storage_unavailable'],
    ['MissingAPIError', 'storage_unavailable'],
    ['TimeoutError', 'storage_blocked'],
    ['DataError', 'storage_failed'],
  ])('%s is %s, also inside another error', (name, kind) => {
    const error = Object.assign(new Error('as the browser says'), { name });
    expect(storageProblem(error).kind).toBe(kind);
    expect(storageProblem(Object.assign(new Error('aborted'), { name: 'AbortError', inner: error })).kind).toBe(kind);
  });

  test('what is said to be saved was written through to the disk: every change asks the browser for it', async () => {
    const asked = vi.spyOn(IDBDatabase.prototype, 'transaction');
    const device = await open('durable');
    await device.drafts.save(draftOf(1));
    expect((await finish(device, 1)).kind).toBe('finished');
    const changes = asked.mock.calls.filter(([, mode]) => mode === 'readwrite');
    expect(changes.length).toBeGreaterThan(2);
    for (const [, , options] of changes) expect(options).toEqual({ durability: 'strict' });
  });

  test('a full disk while finishing leaves the draft whole and nothing half-finished', async () => {
    const device = await open('full');
    await device.drafts.save(draftOf(1));
    const full = () => {
      throw new DOMException('no room', 'QuotaExceededError');
    };
    // The last thing the transaction writes but one.
    // oxlint-disable-next-line typescript/unbound-method -- applied to its own object below
    const put = IDBObjectStore.prototype.put;
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...given) {
      return this.name === 'receipts' ? full() : put.apply(this, given);
    });
    expect((await finish(device, 1)).kind).toBe('storage_full');
    vi.restoreAllMocks();
    expect(await device.drafts.resume(idOf(1))).toEqual({ kind: 'kept', value: draftOf(1) });
    expect(await device.outbox.list()).toMatchObject({ value: { entries: [] } });
    expect((await finish(device, 1)).kind).toBe('finished');
    expect(await device.outbox.list()).toMatchObject({ value: { entries: [{ sequence: 1 }] } });
  });

  test('a device that has become full opens with what lies on it; one that never took anything does not open', async () => {
    const device = await open('full since');
    await device.drafts.save(draftOf(1));
    device.close();
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('no room', 'QuotaExceededError');
    });
    const again = await open('full since');
    expect(await again.drafts.resume(idOf(1))).toEqual({ kind: 'kept', value: draftOf(1) });
    expect((await again.drafts.save(draftOf(2))).kind).toBe('storage_full');
    expect((await openDevice({ name: 'always full' })).kind).toBe('storage_full');
  });

  test('without IndexedDB the device does not open, and says so', async () => {
    const before = Dexie.dependencies;
    Dexie.dependencies = {} as typeof before; // as in a browser that has none
    const opened = await openDevice({ name: 'nowhere' });
    Dexie.dependencies = before;
    expect(opened.kind).toBe('storage_unavailable');
  });

  test('an old tab lets go of the database when a newer version wants it', async () => {
    const device = await open('upgrade');
    await device.drafts.save(draftOf(1));
    const newer = new Dexie('upgrade');
    newer.version(9).stores({ drafts: 'id, [collector+savedAt]', something: 'id' });
    await newer.open();
    expect(newer.verno).toBe(9);
    // And goes on working with the newer one.
    expect((await device.drafts.resume(idOf(1))).kind).toBe('kept');
    newer.close();
  });

  test('a tab that does not let go ends in a message, not in waiting for ever', async () => {
    const factory = new IDBFactory();
    const stuck = factory.open('blocked', 5);
    await new Promise((resolve) => (stuck.onsuccess = resolve));
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const database = new DeviceDatabase('blocked');
    vi.spyOn(database, 'open').mockReturnValue(new Dexie.Promise(() => undefined)); // blocked: neither opened nor failed
    const result = using(database, () => database.meta.count());
    await vi.advanceTimersByTimeAsync(OPEN_TIMEOUT_MS);
    expect((await result).kind).toBe('storage_blocked');
  });

  test('a connection the browser closed is opened again, and the work is done', async () => {
    let closing = false;
    // oxlint-disable-next-line typescript/unbound-method -- applied to its own object below
    const transaction = IDBDatabase.prototype.transaction;
    vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(function (this: IDBDatabase, ...given) {
      if (closing) {
        closing = false;
        throw new DOMException('The database connection is closing.', 'InvalidStateError');
      }
      return transaction.apply(this, given);
    });
    const device = await open('closed by the browser');
    closing = true;
    expect((await device.drafts.save(draftOf(1))).kind).toBe('kept');
    expect(closing).toBe(false);
  });
});
