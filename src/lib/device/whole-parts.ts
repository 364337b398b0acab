import type { DeviceDatabase } from './database';
import { dexieMedia } from './dexie-media';
import { dexieMediaQueue } from './dexie-media-queue';
import { dexieDrafts } from './drafts';
import { dexieMeta } from './meta';
import type { StoryParts, Surroundings } from './open-with';
import { dexieOutbox } from './outbox';
import { dexieOwn } from './own';
import { dexieReceipts } from './receipts';
import { dexieWithdrawals } from './withdrawals';

/** All stores of stories at once: for the service worker, which loads nothing later. */
export function wholeParts(
  database: DeviceDatabase,
  { now, makeId }: Pick<Surroundings, 'now' | 'makeId'>,
): StoryParts {
  return {
    drafts: dexieDrafts(database, now),
    outbox: dexieOutbox(database),
    media: dexieMedia(database, now),
    mediaQueue: dexieMediaQueue(database, now),
    receipts: dexieReceipts(database),
    own: dexieOwn(database),
    withdrawals: dexieWithdrawals(database),
    meta: dexieMeta(database, makeId),
  };
}
