import { using, type DeviceDatabase } from './database';
import type { Receipts } from './device';
import { filesOf } from './files-of-story';
import { forgetStory, tablesOfStory } from './forget-story';
import { OutboxRowSchema, ReceiptRowSchema, readOne, readable } from './rows';
import { isTakenBack } from './taken-back';

/** By which tellers find their stories again. On a shared device the words are not here: they left on the card. */
export function dexieReceipts(database: DeviceDatabase): Receipts {
  const { receipts, outbox } = database;
  return {
    list: () =>
      using(database, async () => {
        const { rows, unreadable } = readable(ReceiptRowSchema, await receipts.orderBy('sequence').reverse().toArray());
        return { receipts: rows, unreadable };
      }),

    get: (id) => using(database, async () => readOne(ReceiptRowSchema, await receipts.get(id))),

    forget: (id) =>
      using(database, () =>
        database.transaction('rw', tablesOfStory(database), async () => {
          const raw = await outbox.get(id);
          const row = readOne(OutboxRowSchema, raw);
          const takenBack = row !== null && isTakenBack(row);
          if (raw !== undefined && !takenBack && row?.state !== 'stored') return 'not_arrived' as const;
          const files = takenBack ? [] : await filesOf(database, id);
          if (files.some(({ state }) => state !== 'stored')) return 'not_arrived' as const;
          await forgetStory(database, id);
          return 'forgotten' as const;
        }),
      ),
  };
}
