import type { SqliteFile } from './driver';
import type { Migrated } from '../migrated';
import type { Migration } from '../migration';
import { migrationFailed } from '../migration-failed';

/** Brings a database up to the last known step; each step and its line in `schema_version` are one transaction. */
export function migrate(file: SqliteFile, migrations: readonly Migration[], now: Date): Migrated {
  file.exec(`CREATE TABLE IF NOT EXISTS schema_version (
    version INTEGER PRIMARY KEY, name TEXT NOT NULL, at TEXT NOT NULL) STRICT`);
  const found = Number(file.value('SELECT coalesce(max(version), 0) FROM schema_version'));
  const known = migrations.at(-1)?.version ?? 0;
  if (found > known) return { kind: 'newer', found, known };
  const taken = new Set(
    String(file.value("SELECT coalesce(group_concat(version), '') FROM schema_version") ?? '').split(','),
  );
  for (const migration of migrations) if (!taken.has(String(migration.version))) apply(file, migration, now);
  return { kind: 'migrated', version: known };
}

function apply(file: SqliteFile, migration: Migration, now: Date): void {
  const { version, name, sql } = migration;
  if (!/^[a-z-]+$/.test(name)) throw new Error(`a migration's name is written into SQL as it is: ${name}`);
  file.exec('BEGIN IMMEDIATE');
  try {
    file.exec(sql);
    file.exec(`INSERT INTO schema_version VALUES (${version}, '${name}', '${now.toISOString()}')`);
    file.exec('COMMIT');
  } catch (error) {
    file.rollBack();
    throw migrationFailed(migration, error);
  }
}
