import { setImmediate } from 'node:timers/promises';
import { sql, type Kysely } from 'kysely';
import { rowDamaged } from '../damaged';
import type { Engine } from '../opened';
import type { Tables } from '../sql/tables';
import { travelling, type Row } from './rows';
import { TABLE_SHAPES, type TableShape } from './tables';

const PAGE = 500;

/** The rows of a table in pages, by its key: memory stays flat however many there are. @param db one state (`OneState`) */
export async function* pagesOf(db: Kysely<Tables>, shape: TableShape): AsyncGenerator<Row[]> {
  const table = sql.table(shape.name);
  const columns = sql.join(Object.keys(shape.columns).map((column) => sql.ref(column)));
  const key = sql.join(shape.key.map((column) => sql.ref(column)));
  let after = sql``;
  for (;;) {
    const page = sql<Record<string, unknown>>`SELECT ${columns} FROM ${table} ${after} ORDER BY ${key} LIMIT ${PAGE}`;
    const { rows } = await page.execute(db);
    const last = rows.at(-1);
    if (last === undefined) return;
    yield rows.map((row) => rowOf(row, shape));
    if (rows.length < PAGE) return;
    after = sql`WHERE (${key}) > (${sql.join(shape.key.map((column) => last[column]))})`;
    // The embedded database answers without waiting: others have their turn here.
    await setImmediate();
  }
}

function rowOf(row: Record<string, unknown>, { name, columns }: TableShape): Row {
  const entries = Object.entries(columns).map(([column, kind]) => {
    try {
      return [column, travelling(row[column], kind)];
    } catch (cause) {
      throw rowDamaged(`${name}, ${column}`, cause);
    }
  });
  return Object.fromEntries(entries) as Row; // made of the values just above
}

/** How far the database has counted, by table: higher than any row where the newest were removed. */
export async function countersOf(db: Kysely<Tables>, engine: Engine): Promise<Record<string, number>> {
  const counters: Record<string, number> = {};
  for (const { name, counted } of TABLE_SHAPES) {
    if (counted === undefined) continue;
    const read =
      engine === 'sqlite'
        ? sql<{ last: number | null }>`SELECT seq AS last FROM sqlite_sequence WHERE name = ${name}`
        : sql<{
            last: number | null;
          }>`SELECT pg_sequence_last_value(pg_get_serial_sequence(${name}, ${counted})) AS last`;
    const last = (await read.execute(db)).rows[0]?.last ?? null;
    if (last !== null) counters[name] = last;
  }
  return counters;
}
