import { Kysely, PostgresDialect } from 'kysely';
import { codeOf } from '../../error-code';
import { storeFailureOf } from '../failure';
import type { Opened } from '../opened';
import { sqlStore } from '../sql/store';
import type { Tables } from '../sql/tables';
import { migrate } from './migrate';
import { MIGRATIONS } from './migrations/all';
import { oneStateOf } from './one-state';
import { connected, kyselyPool, openPool, type Connection } from './pool';

/** What every promise of a durable commit rests on. */
const FIT: Readonly<Record<string, string>> = { fsync: 'on', full_page_writes: 'on', server_encoding: 'UTF8' };

/**
 * Opens the store of a PostgreSQL database (15 or newer), making what is missing. Any number of processes may.
 * @param url `postgres://user:password@host:port/database`  @param now for the dates of migrations
 */
export async function openPostgresStore(url: string, now: Date): Promise<Opened> {
  const pool = openPool(url);
  let trouble: Opened | null;
  try {
    trouble = await connected(pool, async (connection) => (await unfit(connection)) ?? (await tooNew(connection, now)));
  } catch (error) {
    await pool.end();
    if (storeFailureOf(error) === 'storage_full') return { kind: 'no_room' };
    if (storeFailureOf(error) === null && !REFUSED.test(codeOf(error))) throw error;
    return { kind: 'database_unreachable', reason: reasonOf(error) };
  }
  if (trouble !== null) {
    await pool.end();
    return trouble;
  }
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: kyselyPool(pool) }) });
  let closed: Promise<void> | undefined;
  return {
    kind: 'opened',
    store: sqlStore(db, () => (closed ??= db.destroy().then(() => pool.end()))),
    accounts: { db, type: 'postgres' },
    oneState: oneStateOf(db),
  };
}

async function unfit(connection: Connection): Promise<Opened | null> {
  for (const [setting, needed] of Object.entries(FIT)) {
    const { rows } = await connection.query<{ value: string }>('SELECT current_setting($1) AS value', [setting]);
    const value = rows[0]?.value ?? 'unknown';
    if (value !== needed) return { kind: 'database_not_fit', setting: `${setting} = ${needed}`, value };
  }
  return null;
}

async function tooNew(connection: Connection, now: Date): Promise<Opened | null> {
  const migrated = await migrate(connection, MIGRATIONS, now);
  return migrated.kind === 'newer' ? { ...migrated, kind: 'newer_database' } : null;
}

/** A name, a password or a database that is not known there (Appendix A, classes 28 and 3D). */
const REFUSED = /^(28...|3D...)$/;

/** The database's own words name no secret: at most a host, a user and a database. */
function reasonOf(error: unknown): string {
  const first = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  const message = first instanceof Error ? first.message : '';
  return message || codeOf(first) || 'unknown';
}
