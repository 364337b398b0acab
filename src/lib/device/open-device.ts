import { dexieCollectors } from './collectors';
import { DeviceDatabase, using } from './database';
import type { Device } from './device';
import { dexieMedia } from './dexie-media';
import { dexieMediaQueue } from './dexie-media-queue';
import { dexieDrafts } from './drafts';
import type { StorageProblem } from './kept';
import { dexieMeta } from './meta';
import { dexieOutbox } from './outbox';
import { dexieOwn } from './own';
import { dexieReceipts } from './receipts';
import { dexieWithdrawals } from './withdrawals';

export interface Surroundings {
  /** The device's clock, in ms since 1970. */
  now: () => number;
  /** A random UUID. */
  makeId: () => string;
  name: string;
}

const REAL: Surroundings = { now: () => Date.now(), makeId: () => crypto.randomUUID(), name: 'sheaf' };

/**
 * Opens what this device keeps. On a problem the person is told before the first word is typed, and `memoryDevice` lets
 * them tell while online.
 */
export async function openDevice(
  surroundings: Partial<Surroundings> = {},
): Promise<{ kind: 'open'; device: Device } | StorageProblem> {
  const { now, makeId, name } = { ...REAL, ...surroundings };
  const database = new DeviceDatabase(name);
  const device: Device = {
    keeps: 'durably',
    drafts: dexieDrafts(database, now),
    outbox: dexieOutbox(database),
    media: dexieMedia(database, now),
    mediaQueue: dexieMediaQueue(database, now),
    receipts: dexieReceipts(database),
    own: dexieOwn(database),
    withdrawals: dexieWithdrawals(database),
    collectors: dexieCollectors(database, now),
    meta: dexieMeta(database, makeId),
    close: () => database.close(),
  };
  // A write is tried, not only an opening: some browsers open a database in private mode and refuse to fill it.
  const tried = await using(database, () => database.meta.put({ key: 'tried', value: true }));
  return tried.kind === 'kept' ? { kind: 'open', device } : tried;
}
