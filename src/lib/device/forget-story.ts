import type { DeviceDatabase } from './database';
import { forgetFiles, mediaTables } from './files-of-story';

/** Every table that holds something of a finished story: who deletes in them opens its transaction over these. */
export function tablesOfStory(database: DeviceDatabase) {
  return [...ownTables(database), ...mediaTables(database)];
}

/**
 * Deletes all of a story on this device, its files and their uploads too: the one place that knows what that is. A table
 * that comes to hold something of a story is added here. A file that another story names stays for that story.
 */
export async function forgetStory(database: DeviceDatabase, id: string): Promise<void> {
  for (const table of ownTables(database)) await table.delete(id);
  await forgetFiles(database, id);
}

function ownTables({ outbox, bodies, drafts, receipts, own }: DeviceDatabase) {
  return [outbox, bodies, drafts, receipts, own];
}
