import { using, type DeviceDatabase } from './database';
import type { Own } from './device';
import { discardFiles, dropUnusedBytes, filesOf } from './files-of-story';
import { tablesOfStory } from './forget-story';
import { ownStory } from './own-story';
import {
  BodyRowSchema,
  OutboxRowSchema,
  OwnRowSchema,
  ReceiptRowSchema,
  readOne,
  readable,
  type OwnRow,
  type ReceiptRow,
} from './rows';
import { leavesNothing } from './settle';
import { progressOf } from './settle-file';

/** Stories of this device's owner: those whose words are here too. */
export function dexieOwn(database: DeviceDatabase): Own {
  const { own, receipts, outbox, bodies, drafts, media } = database;
  const wishOf = async (id: string) => readOne(OwnRowSchema, await own.get(id));
  const storyOf = async (receipt: ReceiptRow) =>
    ownStory(
      receipt,
      readOne(OutboxRowSchema, await outbox.get(receipt.id)),
      await wishOf(receipt.id),
      progressOf(await filesOf(database, receipt.id)),
    );
  /** On a device that others use, or after a No, nothing is kept or shown, whoever asks. */
  const bodyOf = async (id: string) => {
    const receipt = readOne(ReceiptRowSchema, await receipts.get(id));
    const row = readOne(OutboxRowSchema, await outbox.get(id));
    if (receipt === null || receipt.words === null || row?.shared) return null;
    return readOne(BodyRowSchema, await bodies.get(id))?.json ?? null;
  };
  const change = (id: string, changes: Partial<OwnRow>) =>
    using(database, () =>
      database.transaction('rw', own, async () => {
        await own.put({ shown: null, item: null, ...(await wishOf(id)), ...changes, id });
      }),
    );
  return {
    list: () =>
      using(database, async () => {
        const { rows } = readable(ReceiptRowSchema, await receipts.orderBy('sequence').reverse().toArray());
        return Promise.all(rows.filter(({ words }) => words !== null).map(storyOf));
      }),

    show: (id, shown) => change(id, { shown }),

    keepWords: (id) =>
      using(database, () =>
        database.transaction('rw', own, bodies, receipts, outbox, async () => {
          const item = await bodyOf(id);
          if (item === null) return 'gone' as const;
          await own.put({ shown: null, ...(await wishOf(id)), id, item });
          return 'kept' as const;
        }),
      ),

    dropWords: (id) =>
      using(database, () =>
        database.transaction('rw', tablesOfStory(database), async () => {
          await own.put({ shown: null, ...(await wishOf(id)), id, item: null });
          await drafts.delete(id);
          await discardFiles(database, id);
          const row = readOne(OutboxRowSchema, await outbox.get(id));
          if (row !== null) await outbox.put(leavesNothing(row));
          if (row?.state === 'stored') await bodies.delete(id);
          for (const file of await filesOf(database, id)) {
            await media.put(leavesNothing(file));
            await dropUnusedBytes(database, file.sha256);
          }
        }),
      ),

    words: (id) => using(database, async () => (await wishOf(id))?.item ?? null),
    told: (id) => using(database, async () => (await wishOf(id))?.item ?? (await bodyOf(id))),
  };
}
