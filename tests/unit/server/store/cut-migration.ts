import { cpSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Migration } from '$lib/server/store/migration';
import { migrate as migratePostgres } from '$lib/server/store/postgres/migrate';
import { connected, openPool, type Connection } from '$lib/server/store/postgres/pool';
import { openSqliteFile } from '$lib/server/store/sqlite/driver';
import { migrate as migrateSqlite } from '$lib/server/store/sqlite/migrate';
import { statementsOf } from '../../../faults/preload/statements.mjs';
import { SHAPE } from '../../../fixtures/older-database';
import { newDatabase, onPostgres } from '../../../fixtures/postgres';

/** A database whose migrations can be cut off before any statement. */
export interface Cuttable {
  /** Where it lies, as `openStore` takes it. */
  place(): { readonly data: string; readonly database: string | null };
  /** @param before the statement that is not reached any more, from 0  @returns whether all were done before it came to that */
  migrate(steps: readonly Migration[], before?: number): Promise<boolean>;
  run(statements: readonly string[]): Promise<void>;
  shape(): Promise<string>;
}

const NOW = new Date('2026-11-23T08:00:00.000Z');
class Cut extends Error {}

/** What a process leaves behind that dies with a transaction open: its files as they are in that moment. */
export function cuttableSqlite(newFolder = () => mkdtempSync(join(tmpdir(), 'sheaf-cut-'))): Cuttable {
  let data = newFolder();
  const inFile = <T>(work: (file: ReturnType<typeof openSqliteFile>) => T): T => {
    const file = openSqliteFile(join(data, 'sheaf.db'), 0);
    try {
      file.value('PRAGMA journal_mode = WAL');
      return work(file);
    } finally {
      file.close();
    }
  };
  return {
    place: () => ({ data, database: null }),
    migrate(steps, before = Infinity) {
      let left = before;
      let next: string | null = null;
      const done = inFile((file) => {
        const exec = (sql: string) => {
          for (const statement of statementsOf(sql)) {
            if (left === 0) {
              next = newFolder();
              cpSync(data, next, { recursive: true });
            }
            left -= 1;
            if (next !== null) throw new Cut();
            file.exec(statement);
          }
        };
        return isDone(() => migrateSqlite({ ...file, exec }, steps, NOW));
      });
      data = next ?? data;
      return Promise.resolve(done);
    },
    run(statements) {
      inFile((file) => statements.forEach((statement) => file.exec(statement)));
      return Promise.resolve();
    },
    shape: () => Promise.resolve(inFile((file) => String(file.value(SHAPE.sqlite) ?? ''))),
  };
}

/** The line to the server breaks in that moment. */
export async function cuttablePostgres(): Promise<Cuttable> {
  const url = await newDatabase();
  return {
    place: () => ({ data: '', database: url }),
    async migrate(steps, before = Infinity) {
      const pool = openPool(url);
      let left = before;
      const query = async (connection: Connection, sql: string, parameters?: unknown[]) => {
        let result: unknown;
        for (const statement of parameters === undefined ? statementsOf(sql) : [sql]) {
          if (left === 0)
            (connection as unknown as { connection: { stream: { destroy(): void } } }).connection.stream.destroy(); // not in its types
          left -= 1;
          if (left < 0) throw new Cut();
          result = await connection.query(statement, parameters);
        }
        return result;
      };
      try {
        await connected(pool, (connection) =>
          migratePostgres(
            {
              query: (sql: string, parameters?: unknown[]) => query(connection, sql, parameters),
            } as unknown as Connection, // all that a migration asks of it
            steps,
            NOW,
          ),
        );
        return true;
      } catch (error) {
        return wasCut(error);
      } finally {
        await pool.end();
      }
    },
    async run(statements) {
      for (const statement of statements) await onPostgres(statement, url);
    },
    async shape() {
      const [row] = await onPostgres<{ shape: string }>(SHAPE.postgres, url);
      return row?.shape ?? '';
    },
  };
}

function isDone(work: () => void): boolean {
  try {
    work();
    return true;
  } catch (error) {
    return wasCut(error);
  }
}

/** @returns false  @throws whatever else it was */
function wasCut(error: unknown): false {
  if (error instanceof Cut || (error instanceof Error && error.cause instanceof Cut)) return false;
  throw error;
}
