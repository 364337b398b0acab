import type { DeviceDatabase } from './database';
import { dexieMedia } from './dexie-media';
import { dexieMediaQueue } from './dexie-media-queue';
import { discardDraft } from './discard-draft';
import { dexieDrafts } from './drafts';
import type { StoryParts } from './open-with';
import { dexieOutbox } from './outbox';
import { dexieOwn } from './own';
import { dexieReceipts } from './receipts';
import { dexieWithdrawals } from './withdrawals';

/** All stores of stories at once: for the service worker, which loads nothing later. */
export function wholeParts(database: DeviceDatabase, now: () => number): StoryParts {
  return {
    drafts: dexieDrafts(database, now, (id) => discardDraft(database, id)),
    outbox: dexieOutbox(database),
    media: dexieMedia(database, now),
    mediaQueue: dexieMediaQueue(database, now),
    receipts: dexieReceipts(database),
    own: dexieOwn(database),
    withdrawals: dexieWithdrawals(database),
  };
}
