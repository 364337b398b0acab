import type { Draft } from '../domain/story/draft';
import { draftsOf } from './draft-count';
import { using, type DeviceDatabase } from './database';
import type { Drafts } from './device';
import { discardFiles, mediaTables } from './files-of-story';
import { DraftRowSchema, OutboxRowSchema, readOne, readable } from './rows';

/** Stories being told, saved at every step. @param now the device's clock, for the order of a list only */
export function dexieDrafts(database: DeviceDatabase, now: () => number): Drafts {
  return {
    save: (draft) =>
      using(database, () =>
        database.transaction('rw', database.drafts, database.outbox, database.withdrawals, async () => {
          if ((await database.withdrawals.get(draft.id)) !== undefined) return 'already_finished' as const;
          if (isFinished(draft, await database.outbox.get(draft.id))) return 'already_finished' as const;
          await database.drafts.put({ id: draft.id, collector: draft.collector, savedAt: now(), draft });
          return 'saved' as const;
        }),
      ),

    resume: (id) =>
      using(database, async (): Promise<Draft | null> => {
        return readOne(DraftRowSchema, await database.drafts.get(id))?.draft ?? null;
      }),

    listFor: (collectorCode) =>
      using(database, async () => {
        const raw = await database.drafts
          .where('[collector+savedAt]')
          .between(...draftsOf(collectorCode))
          .reverse()
          .toArray();
        const { rows, unreadable } = readable(DraftRowSchema, raw);
        return { drafts: rows.map((row) => row.draft), unreadable };
      }),

    discard: (id) =>
      using(database, () =>
        database.transaction('rw', [database.drafts, ...mediaTables(database)], async () => {
          await database.drafts.delete(id);
          await discardFiles(database, id);
        }),
      ),
  };
}

/** Whether what the draft tells is in the outbox: the story itself, or the change of the revision it amends. */
export function isFinished(draft: Draft, outboxRow: unknown): boolean {
  if (outboxRow === undefined) return false;
  const row = readOne(OutboxRowSchema, outboxRow);
  return row === null || (row.revision ?? 1) > (draft.amends ?? 0);
}
