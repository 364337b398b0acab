import { using, type DeviceDatabase } from './database';
import type { Receipts } from './device';
import { filesOf, mediaTables, removeFiles } from './files-of-story';
import { OutboxRowSchema, ReceiptRowSchema, readOne, readable } from './rows';

/** By which tellers find their stories again. On a shared device the words are not here: they left on the card. */
export function dexieReceipts(database: DeviceDatabase): Receipts {
  const { receipts, outbox, bodies } = database;
  return {
    list: () =>
      using(database, async () => {
        const { rows, unreadable } = readable(ReceiptRowSchema, await receipts.orderBy('sequence').reverse().toArray());
        return { receipts: rows, unreadable };
      }),

    get: (id) => using(database, async () => readOne(ReceiptRowSchema, await receipts.get(id))),

    forget: (id) =>
      using(database, () =>
        database.transaction('rw', [receipts, outbox, bodies, ...mediaTables(database)], async () => {
          const raw = await outbox.get(id);
          if (raw !== undefined && readOne(OutboxRowSchema, raw)?.state !== 'stored') return 'not_arrived' as const;
          const files = await filesOf(database, id);
          if (files.some(({ state }) => state !== 'stored')) return 'not_arrived' as const;
          await removeFiles(database, files);
          await receipts.delete(id);
          await outbox.delete(id);
          await bodies.delete(id);
          return 'forgotten' as const;
        }),
      ),
  };
}
