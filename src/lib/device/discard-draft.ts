import { using, type DeviceDatabase } from './database';
import { discardFiles, mediaTables } from './files-of-story';
import type { Kept } from './kept';

/** A draft goes with its files. */
export function discardDraft(database: DeviceDatabase, id: string): Promise<Kept<void>> {
  return using(database, () =>
    database.transaction('rw', [database.drafts, ...mediaTables(database)], async () => {
      await database.drafts.delete(id);
      await discardFiles(database, id);
    }),
  );
}
