import Dexie from 'dexie';
import { using, type DeviceDatabase } from './database';
import { dropUnusedBytes, filesOf, mediaTables, removeFiles, removeParts } from './files-of-story';
import { sendable } from './made-file';
import type { FileName, MediaQueue } from './media-queue';
import { BytesRowSchema, FileRowSchema, PartRowSchema, type FileRow } from './media-rows';
import { readOne, readable } from './rows';
import {
  FILE_MISSING,
  inSendingOrder,
  isOldFile,
  isOrphan,
  offeredAgain,
  progressOf,
  settledFile,
} from './settle-file';
import { watch } from './watch';

/** Files on their way to the server. @param now the device's clock */
export function dexieMediaQueue(database: DeviceDatabase, now: () => number): MediaQueue {
  const { media, mediaBytes, recordingParts, drafts } = database;
  const tables = [...mediaTables(database), drafts];
  const change = <T>(work: () => Promise<T>) => using(database, () => database.transaction('rw', tables, work));
  const rowOf = async ({ story, sha256 }: FileName): Promise<FileRow | null> =>
    readOne(FileRowSchema, await media.get([story, sha256]));
  const stillHere = () =>
    media
      .where('[state+epoch]')
      .between(['stored', Dexie.minKey], ['stored', Dexie.maxKey])
      .toArray()
      .then((raw) => readable(FileRowSchema, raw).rows);

  async function removeOrphans(): Promise<void> {
    const at = now();
    const made = readable(FileRowSchema, await media.where('state').equals('made').toArray()).rows;
    for (const file of made) {
      if (isOrphan(file.madeAt, at) && (await drafts.get(file.story)) === undefined)
        await removeFiles(database, [file]);
    }
    for (const draft of await recordingParts.orderBy('draft').uniqueKeys()) {
      if (typeof draft !== 'string' || (await drafts.get(draft)) !== undefined) continue;
      const parts = readable(PartRowSchema, await recordingParts.where({ draft }).toArray()).rows;
      if (parts.every(({ madeAt }) => isOrphan(madeAt, at))) await removeParts(database, draft);
    }
  }

  return {
    beginPass: () =>
      change(async () => {
        await removeOrphans();
        const keys = await media
          .where('[state+collector]')
          .between(['waiting', Dexie.minKey], ['waiting', Dexie.maxKey])
          .uniqueKeys();
        return (keys as unknown as [string, string][]).map(([, collector]) => collector); // keys of that index
      }),

    waitingFor: (collectorCode) =>
      using(database, async () => {
        const raw = await media.where({ state: 'waiting', collector: collectorCode }).toArray();
        return inSendingOrder(readable(FileRowSchema, raw).rows).map(({ story, sha256 }) => ({ story, sha256 }));
      }),

    open: (name) =>
      change(async () => {
        const row = await rowOf(name);
        if (row?.state !== 'waiting') return null;
        const held = readOne(BytesRowSchema, await mediaBytes.get(name.sha256));
        if (held === null) {
          await media.put({ ...row, state: 'refused', refusal: FILE_MISSING });
          return null;
        }
        return sendable(row, held.bytes);
      }),

    keepUpload: (name, uploadUrl) =>
      change(async () => {
        const row = await rowOf(name);
        if (row?.state === 'waiting') await media.put({ ...row, uploadUrl });
      }),

    settle: (name, settlement) =>
      change(async () => {
        const row = await rowOf(name);
        if (row === null) return;
        const next = settledFile(row, settlement);
        await media.put(next.row);
        if (next.dropBytes) await dropUnusedBytes(database, row.sha256);
      }),

    offerAgain: (epoch) =>
      change(async () => {
        const others = (await stillHere()).filter((row) => row.epoch !== epoch);
        if (others.length > 0) await media.bulkPut(others.map(offeredAgain));
        return others.length;
      }),

    dropOldBytes: (serverTime) =>
      change(async () => {
        let dropped = 0;
        for (const row of await stillHere()) {
          if (row.storedAt === null) await media.put({ ...row, storedAt: serverTime });
          if (!isOldFile(row, serverTime)) continue;
          await media.put({ ...row, epoch: null });
          await dropUnusedBytes(database, row.sha256);
          dropped += 1;
        }
        return dropped;
      }),

    tryAgain: (storyId) =>
      change(async () => {
        const refused = (await filesOf(database, storyId)).filter(({ state }) => state === 'refused');
        if (refused.length > 0) await media.bulkPut(refused.map(offeredAgain));
      }),

    watch: (storyId, listener) => watch(async () => progressOf(await filesOf(database, storyId)), listener),
  };
}
