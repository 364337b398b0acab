import type { Migration } from '../migration';
import type { Migrated } from '../migrated';
import { migrationFailed } from '../migration-failed';
import type { Connection } from './pool';

/** Any number, the same in every Sheaf: two processes that start at once take turns. */
const MIGRATING = 0x5ea_f;

/** Brings a database up to the last known step; each step and its line in `schema_version` are one transaction. */
export async function migrate(connection: Connection, migrations: readonly Migration[], now: Date): Promise<Migrated> {
  await connection.query('SELECT pg_advisory_lock($1)', [MIGRATING]);
  try {
    await connection.query(`CREATE TABLE IF NOT EXISTS schema_version (
      version bigint PRIMARY KEY, name text NOT NULL, at text NOT NULL)`);
    const { rows } = await connection.query<{ version: number }>('SELECT version FROM schema_version');
    const taken = new Set(rows.map(({ version }) => version));
    const found = Math.max(0, ...taken);
    const known = migrations.at(-1)?.version ?? 0;
    if (found > known) return { kind: 'newer', found, known };
    for (const migration of migrations) if (!taken.has(migration.version)) await apply(connection, migration, now);
    return { kind: 'migrated', version: known };
  } finally {
    await ifStillThere(connection.query('SELECT pg_advisory_unlock($1)', [MIGRATING]));
  }
}

async function apply(connection: Connection, migration: Migration, now: Date): Promise<void> {
  const { version, name, sql } = migration;
  await connection.query('BEGIN');
  try {
    await connection.query(sql);
    await connection.query('INSERT INTO schema_version VALUES ($1, $2, $3)', [version, name, now.toISOString()]);
    await connection.query('COMMIT');
  } catch (error) {
    await ifStillThere(connection.query('ROLLBACK'));
    throw migrationFailed(migration, error);
  }
}

/** With its connection the transaction and the lock are gone; what it failed of is what matters. */
async function ifStillThere(asked: Promise<unknown>): Promise<void> {
  await asked.catch(() => undefined);
}
