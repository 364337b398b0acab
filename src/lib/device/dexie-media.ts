import Dexie from 'dexie';
import { using, type DeviceDatabase } from './database';
import { filesOf, mediaTables, removeFiles, removeParts } from './files-of-story';
import { joined, madeRow, ownBuffer, refOf } from './made-file';
import type { MediaStore } from './media';
import { BytesRowSchema, PartRowSchema } from './media-rows';
import { readOne, readable } from './rows';

/** The files of stories in the device's database. @param now the device's clock */
export function dexieMedia(database: DeviceDatabase, now: () => number): MediaStore {
  const { media, mediaBytes, recordingParts, outbox } = database;
  return {
    add: async (draftId, made) => {
      // Hashing waits on the browser's crypto, during which a transaction would commit by itself: so it comes first.
      const ref = await refOf(made);
      const bytes = ownBuffer(made.bytes);
      return using(database, () =>
        database.transaction('rw', [media, mediaBytes, outbox], async () => {
          // Comes after finishing, like a late save: the story went without it.
          if ((await outbox.get(draftId)) !== undefined) return ref;
          await mediaBytes.put({ sha256: ref.sha256, mime: ref.mime, bytes });
          await media.put(madeRow(draftId, ref, now()));
          return ref;
        }),
      );
    },

    file: (sha256) =>
      using(database, async () => {
        const row = readOne(BytesRowSchema, await mediaBytes.get(sha256));
        return row === null ? null : new Blob([row.bytes], { type: row.mime });
      }),

    remove: (draftId, sha256) =>
      using(database, () =>
        database.transaction('rw', [media, mediaBytes], async () => {
          const files = await filesOf(database, draftId);
          await removeFiles(
            database,
            files.filter((file) => file.sha256 === sha256 && file.state === 'made'),
          );
        }),
      ),

    addPart: (draftId, { index, mime, bytes }) => {
      const part = { draft: draftId, index, mime, bytes: ownBuffer(bytes), madeAt: now() };
      return using(database, () =>
        database.transaction('rw', [recordingParts, outbox], async () => {
          if ((await outbox.get(draftId)) === undefined) await recordingParts.put(part);
        }),
      );
    },

    unfinished: (draftId) =>
      using(database, async () => {
        const raw = await recordingParts
          .where('[draft+index]')
          .between([draftId, Dexie.minKey], [draftId, Dexie.maxKey])
          .toArray();
        return joined(readable(PartRowSchema, raw).rows);
      }),

    dropParts: (draftId) =>
      using(database, () => database.transaction('rw', mediaTables(database), () => removeParts(database, draftId))),
  };
}
