import { closeSync, openSync, readSync, writeSync } from 'node:fs';

/** Digits of a count, which is written over the one before it: the file never grows, a full disk has room for it. */
const DIGITS = 16;

/**
 * How many commits a database has made, in a file beside it. A count is noted after its commit has reached the disk and
 * before anybody is answered, so that a whole database is never behind it: one that is has lost its end (a log that was cut
 * off or damaged, which SQLite passes over in silence), or is an older copy.
 */
export interface CommitMark {
  /** Null: nothing is noted, or nothing that can be read. */
  read(): number | null;
  note(commits: number): void;
  close(): void;
}

/** @throws the system's error when the file cannot be made or opened */
export function openCommitMark(path: string): CommitMark {
  // Read and written in place; 'a+' would append, 'w+' would empty it.
  closeSync(openSync(path, 'a', 0o600));
  const file = openSync(path, 'r+');
  return {
    read() {
      const digits = Buffer.alloc(DIGITS);
      const length = readSync(file, digits, 0, DIGITS, 0);
      const text = digits.toString('latin1', 0, length);
      return /^\d{16}$/.test(text) ? Number(text) : null;
    },
    note(commits) {
      try {
        writeSync(file, commits.toString().padStart(DIGITS, '0'), 0, 'latin1');
      } catch {
        // What was committed stays so; an older count only notices less.
      }
    },
    close: () => closeSync(file),
  };
}
