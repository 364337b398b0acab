import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { openSqliteInMemory } from '$lib/server/store/sqlite/open';
import { TABLE_SHAPES } from '$lib/server/store/transfer/tables';
import { newPostgres, onPostgres } from '../../../fixtures/postgres';

const NOW = new Date('2026-11-23T08:00:00.000Z');
/** Each database counts its own steps. */
const OWN = ['schema_version', 'sqlite_sequence'];

interface Column {
  readonly table: string;
  readonly column: string;
  readonly type: string;
  readonly required: boolean;
}

/** What an engine calls the kinds in which values travel. */
const KINDS = {
  sqlite: { TEXT: 'text', INTEGER: 'integer', DATE: 'date' } as Record<string, string>,
  postgres: { text: 'text', bigint: 'integer', 'timestamp with time zone': 'date', boolean: 'boolean' } as Record<
    string,
    string
  >,
};

async function ofSqlite(): Promise<Column[]> {
  const opened = openSqliteInMemory(NOW);
  if (opened.kind !== 'opened') throw new Error(opened.kind);
  const { rows } = await sql<{ table: string; column: string; type: string; required: number; pk: number }>`
    SELECT m.name AS "table", c.name AS "column", c.type, c."notnull" AS required, c.pk
    FROM sqlite_master m, pragma_table_info(m.name) c WHERE m.type = 'table'`.execute(opened.accounts.db);
  await opened.store.close();
  return rows.map(({ required, pk, ...rest }) => ({ ...rest, required: required === 1 || pk > 0 }));
}

async function ofPostgres(): Promise<Column[]> {
  const { store, url } = await newPostgres(NOW);
  await store.close();
  return onPostgres<Column & { type: string }>(
    `SELECT table_name AS "table", column_name AS "column", data_type AS type, is_nullable = 'NO' AS required
     FROM information_schema.columns WHERE table_schema = 'public'`,
    url,
  );
}

const byName = (columns: readonly Column[]) =>
  columns
    .filter(({ table }) => !OWN.includes(table))
    .map((column) => ({ name: `${column.table}.${column.column}`, ...column }))
    .sort((one, other) => (one.name < other.name ? -1 : 1));

describe('the tables of both engines', () => {
  it('have the same columns, of like kinds, and need the same of them', async () => {
    const sqlite = byName(await ofSqlite()).map(({ name, type, required }) => ({ name, type, required }));
    const postgres = byName(await ofPostgres()).map(({ name, type, required }) => ({ name, type, required }));
    const kind = (name: string, of: 'sqlite' | 'postgres', type: string) =>
      // SQLite has no booleans: the sign-in library keeps 0 and 1.
      name === 'staff_user.emailVerified' ? 'boolean' : (KINDS[of][type] ?? type);
    const like = (columns: typeof sqlite, of: 'sqlite' | 'postgres') =>
      columns.map(({ name, type, required }) => `${name} ${kind(name, of, type)} ${required ? 'NOT NULL' : ''}`.trim());
    expect(like(postgres, 'postgres')).toEqual(like(sqlite, 'sqlite'));
    const carried = TABLE_SHAPES.flatMap(({ name, columns }) =>
      Object.entries(columns).map(([column, carriedAs]) => `${name}.${column} ${carriedAs}`),
    ).sort();
    expect(carried).toEqual(sqlite.map(({ name, type }) => `${name} ${kind(name, 'sqlite', type)}`).sort());
  });

  it('are carried after the tables they refer to', async () => {
    const opened = openSqliteInMemory(NOW);
    if (opened.kind !== 'opened') throw new Error(opened.kind);
    const { rows } = await sql<{ from: string; to: string }>`
      SELECT m.name AS "from", f."table" AS "to" FROM sqlite_master m, pragma_foreign_key_list(m.name) f
      WHERE m.type = 'table'`.execute(opened.accounts.db);
    await opened.store.close();
    expect(rows.length).toBeGreaterThan(15);
    const place = (name: string) => TABLE_SHAPES.findIndex((shape) => shape.name === name);
    for (const { from, to } of rows) expect(place(to), `${from} → ${to}`).toBeLessThan(place(from));
  });
});
