import { using, type DeviceDatabase } from './database';
import type { Withdrawals } from './device';
import { forgetStory, tablesOfStory } from './forget-story';
import { isShown } from './own-story';
import {
  BodyRowSchema,
  OutboxRowSchema,
  OwnRowSchema,
  ReceiptRowSchema,
  WithdrawalRowSchema,
  readOne,
  readable,
  type OutboxRow,
  type WithdrawalRow,
} from './rows';
import { withdrawalsWaiting } from './withdrawals-waiting';

/** The receipt's key in the bytes that wait; null where there is none. */
export function receiptIn(item: string | undefined): string | null {
  if (item === undefined) return null;
  return (JSON.parse(item) as { receipt: string | null }).receipt; // finishing wrote it: a PushItem
}

/** Whether the server may have any words of a story: only a clear "never sent" says no. */
export function mayHaveLeft(row: Pick<OutboxRow, 'state' | 'offered'>): boolean {
  return row.offered !== false || row.state === 'stored';
}

/** Stories taken back on this device. */
export function dexieWithdrawals(database: DeviceDatabase): Withdrawals {
  const { outbox, bodies, receipts, own, withdrawals } = database;
  const rows = async () => readable(WithdrawalRowSchema, await withdrawals.toArray()).rows;
  const takeBack = async (id: string, receipt: string | null) => {
    if ((await withdrawals.get(id)) !== undefined) return 'queued' as const;
    const raw = await outbox.get(id);
    const row = readOne(OutboxRowSchema, raw);
    const known = readOne(ReceiptRowSchema, await receipts.get(id));
    const envelope = row ?? known;
    if (envelope === null) return 'no_receipt' as const;
    const left = row === null || mayHaveLeft(row);
    const key = receipt ?? receiptIn(readOne(BodyRowSchema, await bodies.get(id))?.json);
    if (left && key === null) return 'no_receipt' as const;
    const { collector, sequence } = envelope;
    const { finishedAt } = known ?? envelope;
    const wish = readOne(OwnRowSchema, await own.get(id));
    await forgetStory(database, id);
    await withdrawals.put({
      id,
      collector,
      state: left ? 'waiting' : 'done',
      receipt: left ? key : null,
      sequence,
      finishedAt,
      shown: known !== null && known.words !== null && isShown(known, wish),
    });
    return left ? ('queued' as const) : ('deleted' as const);
  };
  /** The number of the story of this device whose bytes bear that receipt; null = none does. */
  const withReceipt = async ({ collector, receipt }: { collector: string; receipt: string }) => {
    for (const { id, json } of readable(BodyRowSchema, await bodies.toArray()).rows) {
      if (receiptIn(json) !== receipt) continue;
      if (readOne(OutboxRowSchema, await outbox.get(id))?.collector === collector) return id;
    }
    return null;
  };
  return {
    takeBack: (id, receipt) =>
      using(database, () =>
        // An async function, and known to be one: else Dexie lets go of the transaction at the first wait.
        database.transaction('rw', [...tablesOfStory(database), withdrawals], async () => await takeBack(id, receipt)),
      ),

    takeBackByReceipt: (id, asked) =>
      using(database, () =>
        database.transaction('rw', [...tablesOfStory(database), withdrawals], async () => {
          const here = await withReceipt(asked);
          if (here !== null) await takeBack(here, asked.receipt);
          else if (!(await rows()).some((row) => isFor(row, asked))) await withdrawals.put(byReceipt(id, asked));
        }),
      ),

    waiting: () => using(database, () => withdrawalsWaiting(database)),

    done: (id) =>
      using(database, () =>
        database.transaction('rw', withdrawals, async () => {
          const row = readOne(WithdrawalRowSchema, await withdrawals.get(id));
          if (row !== null) await withdrawals.put({ ...row, state: 'done', receipt: null });
        }),
      ),

    list: () => using(database, async () => newestFirst(await rows())),

    forget: (id) =>
      using(database, () =>
        database.transaction('rw', withdrawals, async () => {
          const row = readOne(WithdrawalRowSchema, await withdrawals.get(id));
          // The number stays, so that nothing brings the story back; only the list forgets it.
          if (row !== null) await withdrawals.put({ ...row, shown: false });
        }),
      ),
  };
}

/** A row that knows no story of this device, only the key that says which one is meant. */
export function byReceipt(id: string, asked: { collector: string; receipt: string }): WithdrawalRow {
  return { id, ...asked, state: 'waiting', sequence: 0, finishedAt: 0, shown: false };
}

export function isFor(row: WithdrawalRow, { collector, receipt }: { collector: string; receipt: string }): boolean {
  return row.state === 'waiting' && row.collector === collector && row.receipt === receipt;
}

export function newestFirst<T extends { sequence: number }>(rows: readonly T[]): T[] {
  return [...rows].sort((one, other) => other.sequence - one.sequence);
}
