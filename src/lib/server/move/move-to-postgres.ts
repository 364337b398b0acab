import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { openAtRest } from '../at-rest/open-at-rest';
import { refused, type Refused } from '../operations/refused';
import type { Settings } from '../settings';
import { startFailure } from '../start-failure';
import { openPostgresStore } from '../store/postgres/open';
import { openSqliteStore } from '../store/sqlite/open';
import { copyDatabase } from '../store/transfer/copy-database';
import { isUnfinished } from '../store/transfer/unfinished';

export interface Moved {
  readonly kind: 'moved';
  readonly stories: number;
  readonly rows: number;
  readonly tables: number;
}

/**
 * Copies the embedded database of a data folder into an empty PostgreSQL database, and reads it there again. Files,
 * journal and keys stay in the folder, which goes on being used. The embedded database is only read.
 */
export async function moveToPostgres(
  { data, keyFile }: Pick<Settings, 'data' | 'keyFile'>,
  url: string,
  now: Date,
): Promise<Moved | Refused> {
  if (!existsSync(join(data, 'sheaf.db'))) return refused(`There is no embedded database in ${data}: see SHEAF_DATA.`);
  const lies = openAtRest({ data, keyFile });
  if (lies.kind !== 'at_rest') return refused(startFailure(lies));
  const from = openSqliteStore(data, now, lies.atRest.databaseKey);
  if (from.kind !== 'opened') return refused(startFailure(from));
  try {
    if (await isUnfinished(from.accounts.db)) return refused(startFailure({ kind: 'unfinished' }));
    const to = await openPostgresStore(url, now);
    if (to.kind !== 'opened') return refused(startFailure(to).replace('of DATABASE_URL', 'of --to'));
    try {
      const copied = await copyDatabase(from, to);
      if (copied.kind === 'not_empty') {
        return refused(`The database of --to is not empty (${copied.table}): make a new one. Nothing was changed.`);
      }
      const tallies = Object.values(copied.value);
      return {
        kind: 'moved',
        stories: copied.value['stories']?.rows ?? 0,
        rows: tallies.reduce((sum, { rows }) => sum + rows, 0),
        tables: tallies.length,
      };
    } finally {
      await to.store.close();
    }
  } finally {
    await from.store.close();
  }
}
