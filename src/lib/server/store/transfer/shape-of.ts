import { sql, type Kysely } from 'kysely';
import type { Tables } from '../sql/tables';

/** The last migration of a database: its shape. */
export async function shapeOf(db: Kysely<Tables>): Promise<number> {
  const { rows } = await sql<{ version: number }>`SELECT max(version) AS version FROM schema_version`.execute(db);
  return rows[0]?.version ?? 0;
}
