import { Kysely } from 'kysely';
import type { OneState } from '../opened';
import type { Tables } from '../sql/tables';
import { openSqliteFile } from './driver';

/** A connection of its own: the server goes on writing on the other one (sqlite.org/wal.html, "Concurrency"). */
export function oneStateOf(path: string, key: string | null): OneState {
  return async (read) => {
    const file = openSqliteFile(path, 5000, key);
    const db = new Kysely<Tables>({ dialect: file.dialect() });
    try {
      file.exec('PRAGMA query_only = ON');
      return await db.transaction().execute(read);
    } finally {
      await db.destroy();
      file.close();
    }
  };
}
