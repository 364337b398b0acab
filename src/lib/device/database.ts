import Dexie, { type Table } from 'dexie';
import { kept, storageProblem, type Kept } from './kept';
import type { BytesRow, FileRow, PartRow } from './media-rows';
import type { CollectorRow, EditionRow } from './link-rows';
import type { BodyRow, DraftRow, MetaRow, OutboxRow, OwnRow, ReceiptRow, WithdrawalRow } from './rows';

/** How long opening may take before the person is told; the opening itself goes on. */
export const OPEN_TIMEOUT_MS = 8000;

/** Rows are `unknown` until parsed: another version of Sheaf may have written them. */
export class DeviceDatabase extends Dexie {
  declare drafts: Table<unknown, string, DraftRow>;
  declare outbox: Table<unknown, string, OutboxRow>;
  declare bodies: Table<unknown, string, BodyRow>;
  declare receipts: Table<unknown, string, ReceiptRow>;
  declare collectors: Table<unknown, string, CollectorRow>;
  declare editions: Table<unknown, string, EditionRow>;
  declare meta: Table<MetaRow, string>;
  declare media: Table<unknown, [string, string], FileRow>;
  declare mediaBytes: Table<unknown, string, BytesRow>;
  declare recordingParts: Table<unknown, [string, number], PartRow>;
  declare withdrawals: Table<unknown, string, WithdrawalRow>;
  declare own: Table<unknown, string, OwnRow>;

  constructor(name = 'sheaf') {
    // Written through to the disk before it is said to be saved: by themselves browsers leave that to the system, which
    // takes up to half a minute, and a phone whose battery dies meanwhile would have lost it.
    super(name, { chromeTransactionDurability: 'strict' });
    this.version(1).stores({
      drafts: 'id, [collector+savedAt]',
      outbox: 'id, sequence, state, [state+collector], [collector+state+sequence], [state+epoch]',
      bodies: 'id',
      receipts: 'id, sequence',
      collectors: 'code, usedAt',
      editions: 'key',
      meta: 'key',
    });
    // Files of stories. A number or a code that is null is in no index.
    this.version(2).stores({
      media: '[story+sha256], sha256, state, [state+collector], [state+epoch]',
      mediaBytes: 'sha256',
      recordingParts: '[draft+index], draft',
    });
    this.version(3).stores({ withdrawals: 'id, state', own: 'id' });
    // An old tab must never block a new version: it lets go at once and opens again when it next needs the database,
    // in whatever version it then has (Dexie 4 opens a newer one as it is).
    this.on('versionchange', () => {
      this.close({ disableAutoOpen: false });
      return false; // replaces Dexie's own answer, which is the same with a warning in the console
    });
  }
}

/**
 * Runs work on the open database. Opening never hangs: a tab that blocks the upgrade ends in `storage_blocked`, and a
 * later call finds the same opening still under way. When the browser itself closed the connection (WebKit does so under
 * memory pressure: enketo/enketo PR 1576), it is opened again and the work repeated once; all work is repeatable
 * because a transaction that did not commit left nothing.
 */
export async function using<T>(database: DeviceDatabase, work: () => PromiseLike<T>): Promise<Kept<T>> {
  try {
    await opened(database);
    try {
      return kept(await work());
    } catch (error) {
      if (!lostConnection(error)) throw error;
      database.close({ disableAutoOpen: false });
      await opened(database);
      return kept(await work());
    }
  } catch (error) {
    return storageProblem(error);
  }
}

async function opened(database: DeviceDatabase): Promise<void> {
  if (database.isOpen()) return;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new TimeoutError()), OPEN_TIMEOUT_MS);
  });
  try {
    await Promise.race([database.open(), late]);
  } finally {
    clearTimeout(timer);
  }
}

class TimeoutError extends Error {
  override name = 'TimeoutError';
}

function lostConnection(error: unknown): boolean {
  return (
    error instanceof Error &&
    (error.name === 'DatabaseClosedError' ||
      error.name === 'UnknownError' ||
      (error.name === 'InvalidStateError' && /clos/i.test(error.message)))
  );
}
