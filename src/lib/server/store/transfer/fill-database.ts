import { randomUUID } from 'node:crypto';
import { sql, type Kysely } from 'kysely';
import type { AccountsDatabase, Engine } from '../opened';
import type { Tables } from '../sql/tables';
import { kept, type Row } from './rows';
import { TABLE_SHAPES, type TableShape } from './tables';
import { markUnfinished } from './unfinished';

/** Values bound in one statement: SQLite takes 32,766, PostgreSQL 65,535. */
const MOST_VALUES = 4000;

export interface Filling {
  /** What is being filled, to read from what was written. */
  readonly db: Kysely<Tables>;
  readonly insert: (shape: TableShape, rows: readonly Row[]) => Promise<void>;
  /** After all rows. */
  readonly setCounters: (counters: Readonly<Record<string, number>>) => Promise<void>;
}

export type Filled<T> =
  | { readonly kind: 'filled'; readonly value: T }
  /** It was not empty, and is as it was. */
  | { readonly kind: 'not_empty'; readonly table: string };

/**
 * Fills an empty database, all or nothing: what fails or is cut off leaves an empty database that says that it is
 * unfinished, and that nobody is answered from. In the end it has a history of its own (a new epoch).
 */
export async function fillDatabase<T>(
  { db, type: engine }: AccountsDatabase,
  fill: (filling: Filling) => Promise<T>,
): Promise<Filled<T>> {
  const table = await firstFilled(db);
  if (table !== null) return { kind: 'not_empty', table };
  await markUnfinished(db);
  const value = await db.transaction().execute(async (tx) => {
    if (engine === 'postgres') await sql`SET LOCAL idle_in_transaction_session_timeout = 0`.execute(tx);
    // With the mark: this transaction is what finishes it.
    await tx.deleteFrom('meta').execute();
    const filled = await fill({
      db: tx,
      insert: (shape, rows) => insertRows(tx, engine, shape, rows),
      setCounters: (counters) => setCounters(tx, engine, counters),
    });
    await tx.deleteFrom('meta').where('key', '=', 'epoch').execute();
    await tx.insertInto('meta').values({ key: 'epoch', value: randomUUID() }).execute();
    return filled;
  });
  return { kind: 'filled', value };
}

/** A table that holds something of an installation; `meta` has rows as soon as a database is opened. */
async function firstFilled(db: Kysely<Tables>): Promise<string | null> {
  for (const { name } of TABLE_SHAPES) {
    if (name === 'meta') continue;
    const { rows } = await sql`SELECT 1 FROM ${sql.table(name)} LIMIT 1`.execute(db);
    if (rows.length > 0) return name;
  }
  return null;
}

async function insertRows(
  tx: Kysely<Tables>,
  engine: Engine,
  { name, columns }: TableShape,
  rows: readonly Row[],
): Promise<void> {
  const names = Object.keys(columns);
  const at = Math.max(1, Math.floor(MOST_VALUES / names.length));
  for (let start = 0; start < rows.length; start += at) {
    const tuples = rows.slice(start, start + at).map((row) => {
      const values = names.map((column) => kept(row[column] ?? null, engine));
      return sql`(${sql.join(values)})`;
    });
    await sql`INSERT INTO ${sql.table(name)} (${sql.join(names.map((column) => sql.ref(column)))})
      VALUES ${sql.join(tuples)}`.execute(tx);
  }
}

/** A number that was given once is never given again, also where its row is gone. */
async function setCounters(tx: Kysely<Tables>, engine: Engine, counters: Readonly<Record<string, number>>) {
  for (const { name, counted } of TABLE_SHAPES) {
    const last = counters[name];
    if (counted === undefined || last === undefined || last < 1) continue;
    if (engine === 'sqlite') {
      await sql`DELETE FROM sqlite_sequence WHERE name = ${name}`.execute(tx);
      await sql`INSERT INTO sqlite_sequence (name, seq) VALUES (${name}, ${last})`.execute(tx);
    } else {
      await sql`SELECT setval(pg_get_serial_sequence(${name}, ${counted}), ${last})`.execute(tx);
    }
  }
}
