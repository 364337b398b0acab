import { SqliteDialect, type SqliteDatabase } from 'kysely';
import Libsql from 'libsql';
import { codeOf } from '../../error-code';
import { storeFailure } from '../failure';

/** What SQLite can hold in one place of a row. */
export type Scalar = string | number | bigint | null | Uint8Array;

/** One open database file. Everything goes through here: libsql ends the whole process on a parameter it cannot bind. */
export interface SqliteFile {
  /** Statements without parameters; migrations and pragmas. */
  exec(sql: string): void;
  /** The first column of the first row. */
  value(sql: string): Scalar | undefined;
  dialect(): SqliteDialect;
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
  let open = true;
  const close = () => {
    if (open) file.close();
    open = false;
  };
  const database: SqliteDatabase = {
    close,
    prepare(sql) {
      const statement = naming(() => file.prepare(sql));
      return {
        reader: statement.reader,
        all: (parameters) => naming(() => statement.all(scalars(parameters))),
        run: (parameters) => {
          // A full disk may have rolled back already; "no transaction is active" would hide why (sqlite.org/lang_transaction.html).
          if (sql === 'rollback' && !file.inTransaction) return NOTHING;
          return naming(() => statement.run(scalars(parameters)));
        },
        iterate: (parameters) => naming(() => statement.iterate(scalars(parameters))),
      };
    },
  };
  return {
    close,
    exec: (sql) => naming(() => void file.exec(sql)),
    value: (sql) => {
      const row = naming(() => file.prepare(sql).all([])[0]) as Record<string, Scalar> | undefined; // libsql returns rows as plain objects
      return row === undefined ? undefined : Object.values(row)[0];
    },
    dialect: () => new SqliteDialect({ database }),
  };
}

const NOTHING = { changes: 0, lastInsertRowid: 0 };

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
    if (codeOf(error) === 'SQLITE_FULL') throw storeFailure('storage_full', 'the disk is full', error);
    throw error;
  }
}
