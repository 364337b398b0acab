import type { Opened } from './opened';
import { openPostgresStore } from './postgres/open';
import { openSqliteStore } from './sqlite/open';

/**
 * Opens the database that the settings name: PostgreSQL, or the embedded one of the data folder.
 * @param key of the embedded one, hex; null = it lies as it is
 */
export function openStore(
  { data, database }: { readonly data: string; readonly database: string | null },
  now: Date,
  key: string | null,
): Promise<Opened> {
  return database === null ? Promise.resolve(openSqliteStore(data, now, key)) : openPostgresStore(database, now);
}
