import { using, type DeviceDatabase } from './database';
import type { Own } from './device';
import { filesOf } from './files-of-story';
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
import { progressOf } from './settle-file';

/** Stories of this device's owner: those whose words are here too. */
export function dexieOwn(database: DeviceDatabase): Own {
  const { own, receipts, outbox, bodies } = database;
  const wishOf = async (id: string) => readOne(OwnRowSchema, await own.get(id));
  const storyOf = async (receipt: ReceiptRow) =>
    ownStory(
      receipt,
      readOne(OutboxRowSchema, await outbox.get(receipt.id)),
      await wishOf(receipt.id),
      progressOf(await filesOf(database, receipt.id)),
    );
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
        database.transaction('rw', own, bodies, receipts, async () => {
          const body = readOne(BodyRowSchema, await bodies.get(id));
          const receipt = readOne(ReceiptRowSchema, await receipts.get(id));
          // On a device that others use nothing is kept, whoever asks.
          if (body === null || receipt === null || receipt.words === null) return 'gone' as const;
          await own.put({ shown: null, ...(await wishOf(id)), id, item: body.json });
          return 'kept' as const;
        }),
      ),

    dropWords: (id) => change(id, { item: null }),

    words: (id) => using(database, async () => (await wishOf(id))?.item ?? null),
  };
}
