import { randomUUID } from 'node:crypto';
import { openSync, closeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Kysely } from 'kysely';
import { codeOf } from '../../error-code';
import { makeFolder } from '../../make-folder';
import { storeFailureOf } from '../failure';
import type { Opened } from '../opened';
import { sqlStore } from '../sql/store';
import type { Tables } from '../sql/tables';
import { openCommitMark, type CommitMark } from './commit-mark';
import { openSqliteFile, type SqliteFile } from './driver';
import { lockFolder, type FolderLock } from './lock';
import { migrate } from './migrate';
import { MIGRATIONS } from './migrations/all';
import { oneStateOf } from './one-state';
import { unreadableText } from './unreadable-text';

/**
 * Opens the embedded store of a data folder, making what is missing. @param now for the dates of migrations
 * @param key of the database, hex; null = it lies as it is
 */
export function openSqliteStore(folder: string, now: Date, key: string | null = null): Opened {
  const file = join(folder, 'sheaf.db');
  let lock: FolderLock | null;
  let mark: CommitMark;
  try {
    makeFolder(folder, 0o700);
    // Made by us first: SQLite would make it readable for everybody, and gives its -wal and -shm files the same mode.
    closeSync(openSync(file, 'a', 0o600));
    lock = lockFolder(folder);
    if (lock === null) return { kind: 'folder_in_use', folder };
    mark = openCommitMark(join(folder, 'sheaf.commits'));
  } catch (error) {
    return { kind: 'folder_not_writable', folder, reason: codeOf(error) || 'unknown' };
  }
  const held = lock;
  const letGo = () => {
    mark.close();
    held.release();
  };
  return openFile(file, now, { release: letGo }, key, mark);
}

/** A store that is gone when it is closed: for tests. */
export function openSqliteInMemory(now: Date): Opened {
  return openFile(':memory:', now, { release: () => undefined }, null);
}

function openFile(path: string, now: Date, lock: FolderLock, key: string | null, mark?: CommitMark): Opened {
  let file: SqliteFile | undefined;
  let missingCommits = 0;
  try {
    file = openSqliteFile(path, 5000, key);
    // FULL: a commit in WAL mode is flushed to the disk before it is answered (sqlite.org/pragma.html#pragma_synchronous).
    for (const pragma of PRAGMAS) file.value(`PRAGMA ${pragma}`);
    const found = file.value('PRAGMA integrity_check(1)');
    if (found !== 'ok') {
      close(file, lock);
      return { kind: 'database_damaged', file: path, found: String(found) };
    }
    const unreadable = unreadableText(file);
    if (unreadable !== null) {
      close(file, lock);
      return { kind: 'database_damaged', file: path, found: `${unreadable} holds what is no text` };
    }
    const migrated = migrate(file, MIGRATIONS, now);
    if (migrated.kind === 'newer') {
      close(file, lock);
      return { kind: 'newer_database', found: migrated.found, known: migrated.known };
    }
    if (mark !== undefined) missingCommits = catchUp(file, mark);
  } catch (error) {
    close(file, lock);
    const failure = storeFailureOf(error);
    if (failure === 'storage_full') return { kind: 'no_room' };
    if (failure === 'store_unavailable') return { kind: 'folder_in_use', folder: dirname(path) };
    if (/^SQLITE_(CORRUPT|IOERR)/.test(codeOf(error))) {
      return { kind: 'database_damaged', file: path, found: codeOf(error) };
    }
    if (codeOf(error) === 'SQLITE_NOTADB') return { kind: 'not_a_database', file: path, sealed: key !== null };
    throw error;
  }
  const opened = file;
  const db = new Kysely<Tables>({ dialect: opened.dialect(mark) });
  let closed = false;
  const closeAll = async () => {
    if (closed) return;
    closed = true;
    intoFile(opened);
    await db.destroy();
    close(opened, lock);
  };
  return {
    kind: 'opened',
    store: sqlStore(db, closeAll),
    accounts: { db, type: 'sqlite' },
    // A database in memory is seen by its own connection only.
    oneState: path === ':memory:' ? (read) => db.transaction().execute(read) : oneStateOf(path, key),
    missingCommits,
  };
}

/**
 * A database behind its mark is not the one that answered last. Its history gets a new name, so that devices offer again
 * what they still hold. @returns how many commits are missing
 */
function catchUp(file: SqliteFile, mark: CommitMark): number {
  const commits = file.commits();
  const missing = Math.max(0, (mark.read() ?? 0) - commits);
  if (missing === 0) return 0;
  file.exec(`UPDATE meta SET value = '${randomUUID()}' WHERE key = 'epoch'`);
  mark.note(commits);
  return missing;
}

/**
 * What the log holds goes into the file: then the file by itself is the whole database, and the log, which the driver keeps
 * when it closes, shows nothing that was deleted.
 */
function intoFile(file: SqliteFile): void {
  try {
    file.value('PRAGMA wal_checkpoint(TRUNCATE)');
  } catch {
    // A full disk, say: the log stays, and the next start reads it.
  }
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
