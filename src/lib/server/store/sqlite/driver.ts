import { SqliteDialect, type SqliteDatabase } from 'kysely';
import Libsql from 'libsql';
import { codeOf } from '../../error-code';
import { storeFailure } from '../failure';
import type { CommitMark } from './commit-mark';
import { keptStatements } from './kept-statements';

/** What SQLite can hold in one place of a row. */
export type Scalar = string | number | bigint | null | Uint8Array;

/** One open database file. Everything goes through here: libsql ends the whole process on a parameter it cannot bind. */
export interface SqliteFile {
  /** Statements without parameters; migrations and pragmas. */
  exec(sql: string): void;
  /** Where a transaction is open: SQLite has ended it by itself where the disk was full. */
  rollBack(): void;
  /** The first column of the first row. */
  value(sql: string): Scalar | undefined;
  /** The columns of each row, one row after the other. */
  rows(sql: string): Iterable<readonly unknown[]>;
  /** Commits so far, as they stand in the file itself (its `user_version`). */
  commits(): number;
  /** @param mark is told of every commit made through the dialect */
  dialect(mark?: Pick<CommitMark, 'note'>): SqliteDialect;
  close(): void;
}

/** Pages, the write-ahead log and what `VACUUM INTO` writes (SQLite3 Multiple Ciphers). */
const CIPHER = 'aes256cbc';

/**
 * @param path a file, or `:memory:`  @param waitMs how long a locked file is waited for
 * @param key hex; null = the file lies as it is. Whether it is the right one shows at the first statement: SQLITE_NOTADB
 */
export function openSqliteFile(path: string, waitMs: number, key: string | null = null): SqliteFile {
  const sealed = key === null ? {} : { encryptionCipher: CIPHER, encryptionKey: key };
  const file = new Libsql(path, { timeout: waitMs, ...sealed });
  const kept = keptStatements((sql) => file.prepare(sql));
  let open = true;
  const close = () => {
    if (open) file.close();
    open = false;
  };
  const rollBack = () => {
    if (file.inTransaction) file.exec('ROLLBACK');
  };
  const commits = () => Number(file.prepare('PRAGMA user_version').all([]).map(firstColumn)[0]);
  const databaseOf = (mark: Pick<CommitMark, 'note'> | undefined): SqliteDatabase => {
    /** Counts within the transaction, and notes it when it is on the disk. */
    const counting = <T>(commit: () => T): T => {
      if (mark === undefined) return commit();
      const count = commits() + 1;
      file.exec(`PRAGMA user_version = ${count}`);
      const result = commit();
      mark.note(count);
      return result;
    };
    const alone = <T>(write: () => T): T => {
      file.exec('BEGIN IMMEDIATE');
      try {
        const result = write();
        counting(() => file.exec('COMMIT'));
        return result;
      } catch (error) {
        rollBack();
        throw error;
      }
    };
    const around = (sql: string): (<T>(run: () => T) => T) => {
      if (COMMIT.test(sql)) return counting;
      return mark !== undefined && WRITE.test(sql) && !file.inTransaction ? alone : (run) => run();
    };
    /**
     * Takes the right to write first. Where another process has it, this fails and nothing is under way: a statement in the
     * middle that fails of it would stay open in libsql until it is collected, and no commit would succeed until then.
     */
    const atOnce = { ...NOTHING_TO_DO, run: () => (naming(() => void file.exec('BEGIN IMMEDIATE')), NOTHING_DONE) };
    return {
      close,
      prepare(sql) {
        // SQLite has rolled back by itself where the disk was full: asked again it would complain of that instead.
        if (ROLLBACK.test(sql) && !file.inTransaction) return NOTHING_TO_DO;
        if (BEGIN.test(sql) && mark !== undefined) return atOnce;
        const statement = naming(() => kept.of(sql));
        const within = around(sql);
        const asked = <T>(ask: () => T): T => {
          try {
            return naming(() => within(ask));
          } catch (error) {
            kept.drop(sql);
            throw error;
          }
        };
        return {
          reader: statement.reader,
          all: (parameters) => asked(() => statement.all(scalars(parameters))),
          run: (parameters) => asked(() => statement.run(scalars(parameters))),
          // It may be asked again before it has been read to its end: not the one that is kept.
          iterate: (parameters) => naming(() => file.prepare(sql).iterate(scalars(parameters))),
        };
      },
    };
  };
  return {
    close,
    exec: (sql) => naming(() => void file.exec(sql)),
    rollBack,
    value: (sql) => {
      const row = naming(() => file.prepare(sql).all([])[0]);
      return row === undefined ? undefined : firstColumn(row);
    },
    rows: (sql) => naming(() => file.prepare(sql).raw(true).iterate([])) as Iterable<readonly unknown[]>, // what `raw` asks for
    commits,
    dialect: (mark) => new SqliteDialect({ database: databaseOf(mark) }),
  };
}

/** The second: no room for the index of the log, which lies in a file of its own. */
const FULL = /^SQLITE_(FULL|IOERR_SHMSIZE)$/;
/** Waited for in vain (`waitMs`): a tool that copies or looks into the file, say. */
const HELD = /^SQLITE_BUSY/;
const COMMIT = /^commit$/i;
const BEGIN = /^begin$/i;
const ROLLBACK = /^rollback$/i;
const WRITE = /^\s*(?:insert|update|delete)\b/i;
const NOTHING_DONE = { changes: 0, lastInsertRowid: 0 };
const NOTHING_TO_DO = {
  reader: false,
  all: () => [],
  run: () => NOTHING_DONE,
  iterate: () => [].values(),
};

function firstColumn(row: unknown): Scalar | undefined {
  return Object.values(row as Record<string, Scalar>)[0]; // libsql returns rows as plain objects
}

/** @throws TypeError naming the place of a parameter that SQLite has no type for */
export function scalars(parameters: readonly unknown[]): Scalar[] {
  return parameters.map((value, index) => {
    if (value === null || typeof value === 'string' || typeof value === 'bigint') return value;
    if (typeof value === 'number' && Number.isFinite(value)) return value;
    if (value instanceof Uint8Array) return value;
    throw new TypeError(`parameter ${index} is ${describe(value)}, which SQLite cannot hold`);
  });
}

function describe(value: unknown): string {
  return typeof value === 'object' ? 'an object' : String(typeof value);
}

function naming<T>(run: () => T): T {
  try {
    return run();
  } catch (error) {
    if (FULL.test(codeOf(error))) throw storeFailure('storage_full', 'the disk is full', error);
    if (HELD.test(codeOf(error))) throw storeFailure('store_unavailable', 'another process holds the database', error);
    throw error;
  }
}
