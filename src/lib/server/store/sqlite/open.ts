import { openSync, closeSync } from 'node:fs';
import { join } from 'node:path';
import { Kysely } from 'kysely';
import { codeOf } from '../../error-code';
import { makeFolder } from '../../make-folder';
import type { Opened } from '../opened';
import { sqlStore } from '../sql/store';
import type { Tables } from '../sql/tables';
import { openSqliteFile, type SqliteFile } from './driver';
import { lockFolder, type FolderLock } from './lock';
import { migrate } from './migrate';
import { MIGRATIONS } from './migrations/all';
import { oneStateOf } from './one-state';

/**
 * Opens the embedded store of a data folder, making what is missing. @param now for the dates of migrations
 * @param key of the database, hex; null = it lies as it is
 */
export function openSqliteStore(folder: string, now: Date, key: string | null = null): Opened {
  const file = join(folder, 'sheaf.db');
  let lock: FolderLock | null;
  try {
    makeFolder(folder, 0o700);
    // Made by us first: SQLite would make it readable for everybody, and gives its -wal and -shm files the same mode.
    closeSync(openSync(file, 'a', 0o600));
    lock = lockFolder(folder);
  } catch (error) {
    return { kind: 'folder_not_writable', folder, reason: codeOf(error) || 'unknown' };
  }
  if (lock === null) return { kind: 'folder_in_use', folder };
  return openFile(file, now, lock, key);
}

/** A store that is gone when it is closed: for tests. */
export function openSqliteInMemory(now: Date): Opened {
  return openFile(':memory:', now, { release: () => undefined }, null);
}

function openFile(path: string, now: Date, lock: FolderLock, key: string | null): Opened {
  let file: SqliteFile | undefined;
  try {
    file = openSqliteFile(path, 5000, key);
    // FULL: a commit in WAL mode is flushed to the disk before it is answered (sqlite.org/pragma.html#pragma_synchronous).
    for (const pragma of PRAGMAS) file.value(`PRAGMA ${pragma}`);
    const migrated = migrate(file, MIGRATIONS, now);
    if (migrated.kind === 'newer') {
      close(file, lock);
      return { kind: 'newer_database', found: migrated.found, known: migrated.known };
    }
  } catch (error) {
    close(file, lock);
    if (codeOf(error) === 'SQLITE_NOTADB') return { kind: 'not_a_database', file: path, sealed: key !== null };
    throw error;
  }
  const opened = file;
  const db = new Kysely<Tables>({ dialect: opened.dialect() });
  let closed = false;
  const closeAll = async () => {
    if (closed) return;
    closed = true;
    // The driver keeps the log when it closes: in it, what was deleted would still be readable.
    opened.value('PRAGMA wal_checkpoint(TRUNCATE)');
    await db.destroy();
    close(opened, lock);
  };
  return {
    kind: 'opened',
    store: sqlStore(db, closeAll),
    accounts: { db, type: 'sqlite' },
    // A database in memory is seen by its own connection only.
    oneState: path === ':memory:' ? (read) => db.transaction().execute(read) : oneStateOf(path, key),
  };
}

const PRAGMAS = [
  'journal_mode = WAL',
  'synchronous = FULL',
  'foreign_keys = ON',
  'busy_timeout = 5000',
  // What is deleted is overwritten with zeros, not only left out of the tables.
  'secure_delete = ON',
  // What is sorted or set aside meanwhile never lies on a disk, where nothing would seal it.
  'temp_store = MEMORY',
];

function close(file: SqliteFile | undefined, lock: FolderLock): void {
  file?.close();
  lock.release();
}
