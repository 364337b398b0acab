import { closeSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { codeOf } from '../../error-code';
import { storeFailureOf } from '../failure';
import { openSqliteFile } from './driver';

/** Held for as long as the process lives. */
export interface FolderLock {
  release(): void;
}

/**
 * Only one process may hold a data folder: WAL would let a second one write, but each keeps its own caches, admin
 * socket and rate limits. The lock is an exclusive transaction on a file of its own, which the operating system drops
 * when the process ends, however it ends: nothing is left to clean up after kill -9 or a power cut.
 * Null when another process holds it. Never open `lock.db` elsewhere in this process: closing any descriptor of a file
 * drops POSIX locks on it (fcntl(2)).
 */
export function lockFolder(folder: string): FolderLock | null {
  const path = join(folder, 'lock.db');
  makeFile(path);
  const file = openSqliteFile(path, 0);
  try {
    // Nothing is ever written: no journal that a kill would leave behind.
    file.exec('PRAGMA journal_mode = MEMORY');
    file.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    file.close();
    if (storeFailureOf(error) === 'store_unavailable') return null;
    throw error;
  }
  return {
    release: () => {
      file.exec('ROLLBACK');
      file.close();
    },
  };
}

/** For our own eyes only; `wx` opens nothing that is there already. */
function makeFile(path: string): void {
  try {
    closeSync(openSync(path, 'wx', 0o600));
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
  }
}
