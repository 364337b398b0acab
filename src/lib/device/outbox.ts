import Dexie from 'dexie';
import { using, type DeviceDatabase } from './database';
import type { Finish, Finishing, Outbox, OutboxEntry, Sendable } from './device';
import { discardFiles, finishFiles, forgetFiles, mediaTables } from './files-of-story';
import type { PreparedStory } from './prepared-story';
import { tablesOfStory } from './forget-story';
import { outboxCount } from './outbox-count';
import {
  BodyRowSchema,
  OutboxRowSchema,
  OwnRowSchema,
  ReceiptRowSchema,
  readOne,
  readable,
  type OutboxRow,
  type OutboxState,
  type ReceiptRow,
} from './rows';
import { BODY_MISSING, isOld, settled } from './settle';
import { isTakenBack } from './taken-back';
import { watch } from './watch';

const SEQUENCE_TRIES = 25;

/** Finished stories on their way to the server, each in one of four states (rows.ts). */
export function dexieOutbox(database: DeviceDatabase): Outbox {
  const { outbox, bodies, drafts, receipts, own, withdrawals, meta } = database;

  async function lastSequence(): Promise<number> {
    const value = (await meta.get('sequence'))?.value;
    if (typeof value === 'number' && Number.isSafeInteger(value)) return value;
    // The counter is unreadable: no number in use may be given again.
    const last = readOne(OutboxRowSchema, await outbox.orderBy('sequence').last());
    return last?.sequence ?? 0;
  }

  function commit(prepared: PreparedStory): Promise<Finish | 'number_taken'> {
    const { row, body, receipt } = prepared;
    return database.transaction('rw', [...tablesOfStory(database), withdrawals, meta], async () => {
      if ((await withdrawals.get(row.id)) !== undefined) {
        await drafts.delete(row.id);
        await discardFiles(database, row.id);
        return { kind: 'taken_back' as const };
      }
      const before = await outbox.get(row.id);
      if (before !== undefined && !isNewer(row, before)) {
        await drafts.delete(row.id);
        await discardFiles(database, row.id);
        const first = readOne(ReceiptRowSchema, await receipts.get(row.id));
        return { kind: 'already_finished' as const, id: row.id, words: first?.words ?? null };
      }
      if ((await lastSequence()) !== row.sequence - 1) return 'number_taken' as const;
      await meta.put({ key: 'sequence', value: row.sequence });
      await outbox.put(row);
      await bodies.put(body);
      await receipts.put(sameMoment(receipt, readOne(ReceiptRowSchema, await receipts.get(row.id))));
      await finishFiles(database, prepared);
      await drafts.delete(row.id);
      const wish = readOne(OwnRowSchema, await own.get(row.id));
      if (wish !== null && wish.item !== null) await own.put({ ...wish, item: body.json });
      return { kind: 'finished' as const, id: row.id, words: [] };
    });
  }

  async function add(finishing: Finishing): Promise<Finish> {
    for (let attempt = 0; attempt < SEQUENCE_TRIES; attempt += 1) {
      const last = await using(database, lastSequence);
      if (last.kind !== 'kept') return last;
      const prepared = await finishing.prepare(last.value + 1);
      if (prepared.kind !== 'prepared') return prepared;
      const committed = await using(database, () => commit(prepared));
      if (committed.kind !== 'kept') return committed;
      if (committed.value === 'number_taken') continue;
      return committed.value.kind === 'finished' ? { ...committed.value, words: finishing.words } : committed.value;
    }
    return { kind: 'storage_failed', cause: new Error('other tabs took every sequence number') };
  }

  const count = () => outboxCount(database);

  return {
    add,

    list: () =>
      using(database, async () => {
        const { rows, unreadable } = readable(OutboxRowSchema, await outbox.orderBy('sequence').reverse().toArray());
        return { entries: rows.map(entryOf), unreadable };
      }),

    count: () => using(database, count),
    watch: (id, listener) => watch(async () => entryOrNull(await outbox.get(id)), listener),
    watchCount: (listener) => watch(count, listener),

    tryAgain: (id) =>
      using(database, () =>
        database.transaction('rw', outbox, async () => {
          const row = readOne(OutboxRowSchema, await outbox.get(id));
          if (row?.state === 'refused') await outbox.put({ ...row, state: 'waiting', refusal: null });
        }),
      ),

    beginPass: () =>
      using(database, () =>
        database.transaction('rw', outbox, async () => {
          const left = await outbox.where('state').equals('sending').toArray();
          for (const row of readable(OutboxRowSchema, left).rows) await outbox.put({ ...row, state: 'waiting' });
          const keys = await outbox
            .where('[state+collector]')
            .between(['waiting', Dexie.minKey], ['waiting', Dexie.maxKey])
            .uniqueKeys();
          return (keys as unknown as [OutboxState, string][]).map(([, collector]) => collector); // keys of that index
        }),
      ),

    take: (collectorCode, limits) =>
      using(database, () =>
        database.transaction('rw', outbox, bodies, async () => {
          const raw = await outbox
            .where('[collector+state+sequence]')
            .between([collectorCode, 'waiting', limits.after + 1], [collectorCode, 'waiting', Dexie.maxKey])
            .filter((row) => {
              const envelope = readOne(OutboxRowSchema, row);
              return envelope !== null && envelope.faults > 0 === limits.faulty;
            })
            .limit(limits.stories)
            .toArray();
          const taken: Sendable[] = [];
          let bytes = 0;
          for (const row of readable(OutboxRowSchema, raw).rows) {
            if (taken.length > 0 && bytes + row.bytes > limits.bytes) break;
            const body = readOne(BodyRowSchema, await bodies.get(row.id));
            if (body === null) {
              await outbox.put({ ...row, state: 'refused', refusal: BODY_MISSING });
              continue;
            }
            await outbox.put({ ...row, state: 'sending', offered: true });
            taken.push({ id: row.id, sequence: row.sequence, hash: row.hash, bytes: row.bytes, json: body.json });
            bytes += row.bytes + 1;
          }
          return taken;
        }),
      ),

    stillSending: (stories) =>
      using(database, async () => {
        const rows = await outbox.bulkGet(stories.map(({ id }) => id));
        return stories.every(({ hash }, n) => {
          const row = readOne(OutboxRowSchema, rows[n]);
          return row?.state === 'sending' && row.hash === hash;
        });
      }),

    settle: (settlements) =>
      using(database, () =>
        database.transaction('rw', [outbox, bodies, ...mediaTables(database)], async () => {
          for (const settlement of settlements) {
            const row = readOne(OutboxRowSchema, await outbox.get(settlement.id));
            if (row === null) continue;
            const next = settled(row, settlement);
            await outbox.put(next.row);
            if (next.dropBody) await bodies.delete(row.id);
            if (isTakenBack(next.row)) await forgetFiles(database, row.id);
          }
        }),
      ),

    offerAgain: (epoch) =>
      using(database, () =>
        database.transaction('rw', outbox, async () => {
          const held = outbox
            .where('[state+epoch]')
            .between(['stored', Dexie.minKey], ['stored', epoch], true, false)
            .or('[state+epoch]')
            .between(['stored', epoch], ['stored', Dexie.maxKey], false, true);
          const { rows } = readable(OutboxRowSchema, await held.toArray());
          for (const row of rows) await outbox.put({ ...row, state: 'waiting', epoch: null, storedAt: null });
          return rows.length;
        }),
      ),

    dropOldBodies: (serverTime) =>
      using(database, () =>
        database.transaction('rw', outbox, bodies, async () => {
          const held = await outbox
            .where('[state+epoch]')
            .between(['stored', Dexie.minKey], ['stored', Dexie.maxKey])
            .toArray();
          let dropped = 0;
          for (const row of readable(OutboxRowSchema, held).rows) {
            if (row.storedAt === null) await outbox.put({ ...row, storedAt: serverTime });
            if (!isOld(row, serverTime)) continue;
            await outbox.put({ ...row, epoch: null });
            await bodies.delete(row.id);
            dropped += 1;
          }
          return dropped;
        }),
      ),
  };
}

/** Its teller knows a story by when it was first finished: a change leaves it that name. */
export function sameMoment(receipt: ReceiptRow, first: ReceiptRow | null): ReceiptRow {
  return first === null ? receipt : { ...receipt, finishedAt: first.finishedAt };
}

export function entryOf({ id, collector, sequence, state, refusal, finishedAt, linkClosed }: OutboxEntry): OutboxEntry {
  return { id, collector, sequence, state, refusal, finishedAt, ...(linkClosed === true ? { linkClosed } : {}) };
}

function entryOrNull(raw: unknown): OutboxEntry | null {
  const row = readOne(OutboxRowSchema, raw);
  return row === null ? null : entryOf(row);
}

/** A change of what is there; an envelope that cannot be read is left as it is. */
export function isNewer(row: OutboxRow, there: unknown): boolean {
  const before = readOne(OutboxRowSchema, there);
  return before !== null && (row.revision ?? 1) > (before.revision ?? 1);
}
