import type { DeviceDatabase } from './database';

/** Every table that holds something of a finished story: who deletes in them opens its transaction over these. */
export function tablesOfStory({ outbox, bodies, drafts, receipts, own }: DeviceDatabase) {
  return [outbox, bodies, drafts, receipts, own];
}

/**
 * Deletes all of a story on this device: the one place that knows what that is. A table that comes to hold something of a
 * story is added here and above; what lies elsewhere (a folder of files) goes after the transaction, by its callers.
 */
export async function forgetStory(database: DeviceDatabase, id: string): Promise<void> {
  for (const table of tablesOfStory(database)) await table.delete(id);
}
