import Dexie from 'dexie';
import { using, type DeviceDatabase } from './database';
import { filesOf, mediaTables, removeFiles, removeParts } from './files-of-story';
import { isTold } from './is-told';
import { joined, madeRow, ownBuffer, refOf } from './made-file';
import type { MediaStore } from './media';
import { BytesRowSchema, FileRowSchema, PartRowSchema } from './media-rows';
import { readOne, readable } from './rows';

/** The files of stories in the device's database. @param now the device's clock */
export function dexieMedia(database: DeviceDatabase, now: () => number): MediaStore {
  const { media, mediaBytes, recordingParts, outbox, drafts, withdrawals } = database;
  const tellingTables = [...mediaTables(database), outbox, drafts, withdrawals];
  return {
    add: async (draftId, made) => {
      // Hashing waits on the browser's crypto, during which a transaction would commit by itself: so it comes first.
      const ref = await refOf(made);
      const bytes = ownBuffer(made.bytes);
      return using(database, () =>
        database.transaction('rw', tellingTables, async () => {
          // Comes after finishing, like a late save: the story went without it.
          if (await isTold(database, draftId)) return ref;
          // Already a file of the story that is being changed: it stays as far as it is.
          const known = readOne(FileRowSchema, await media.get([draftId, ref.sha256]));
          if (known !== null && known.state !== 'made') return ref;
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
        database.transaction('rw', tellingTables, async () => {
          if (!(await isTold(database, draftId))) await recordingParts.put(part);
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
