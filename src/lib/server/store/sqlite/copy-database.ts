import { closeSync, openSync } from 'node:fs';
import { codeOf } from '../../error-code';
import { openSqliteFile, type SqliteFile } from './driver';

export type Copied = { readonly kind: 'copied'; readonly tables: number } | { readonly kind: 'not_a_database' };

const WAIT_MS = 5000;

/**
 * Writes a database that nobody else has open anew under another name and key, and reads the copy through before it says
 * so. @param from,to a path, and the key as hex; null = as it is  @throws where the copy is not what was copied
 */
export function copyDatabase(
  from: { readonly path: string; readonly key: string | null },
  to: { readonly path: string; readonly key: string | null },
): Copied {
  const source = openSqliteFile(from.path, WAIT_MS, from.key);
  try {
    source.exec('PRAGMA temp_store = MEMORY');
    // For our own eyes only: SQLite would make it readable for everybody. It writes with the key of what it reads.
    closeSync(openSync(to.path, 'wx', 0o600));
    source.exec(`VACUUM INTO '${to.path.replaceAll("'", "''")}'`);
    changeKey(to.path, from.key, to.key);
    const copy = openSqliteFile(to.path, WAIT_MS, to.key);
    try {
      if (copy.value('PRAGMA integrity_check') !== 'ok') throw new Error('the copy of the database is damaged');
      const tables = rowsOfTables(source);
      const copied = rowsOfTables(copy);
      for (const [table, rows] of tables) {
        if (copied.get(table) !== rows) throw new Error(`the copy of the database lacks rows of ${table}`);
      }
      return { kind: 'copied', tables: tables.size };
    } finally {
      copy.close();
    }
  } catch (error) {
    if (codeOf(error) === 'SQLITE_NOTADB') return { kind: 'not_a_database' };
    throw error;
  } finally {
    source.close();
  }
}

function changeKey(path: string, from: string | null, to: string | null): void {
  const file = openSqliteFile(path, WAIT_MS, from);
  try {
    // In memory: a journal on the disk would hold the pages as they were.
    file.value('PRAGMA journal_mode = MEMORY');
    file.value("PRAGMA cipher = 'aes256cbc'");
    file.value(`PRAGMA rekey = '${to ?? ''}'`);
  } finally {
    file.close();
  }
}

function rowsOfTables(file: SqliteFile): Map<string, number> {
  const names = String(
    file.value("SELECT coalesce(group_concat(name, ' '), '') FROM sqlite_schema WHERE type = 'table'") ?? '',
  );
  return new Map(
    names
      .split(' ')
      .filter((name) => name !== '')
      .map((name) => [name, Number(file.value(`SELECT count(*) FROM "${name}"`))]),
  );
}
