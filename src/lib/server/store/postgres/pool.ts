import type { PostgresPool, PostgresPoolClient } from 'kysely';
import pg from 'pg';
import { codeOf } from '../../error-code';
import { storeFailure } from '../failure';

/** Whole numbers of 64 bits; ours stay far below 2^53. */
const INT8 = 20;

/** @param type its number in `pg_type` */
function typeParser(type: number, format?: 'text' | 'binary'): unknown {
  return type === INT8 ? Number : pg.types.getTypeParser(type, format);
}

/** Connections of one process: requests wait for one; PostgreSQL takes 100 of all processes together unless told otherwise. */
const MOST_CONNECTIONS = 10;

/**
 * Opens nothing yet. Whatever the server is set to, a commit of ours is answered only when it is on the disk, and on
 * that of a synchronous standby where there is one (postgresql.org/docs/current/wal-async-commit.html).
 * @param url `postgres://user:password@host:port/database`
 */
export function openPool(url: string): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: MOST_CONNECTIONS,
    connectionTimeoutMillis: 5_000,
    // Somebody who pulled the plug of the network must not hold a row for ever.
    idle_in_transaction_session_timeout: 30_000,
    statement_timeout: 120_000,
    keepAlive: true,
    application_name: 'sheaf',
    types: { getTypeParser: typeParser },
  });
  // An idle connection that breaks is replaced when the next one is asked for. Of one in use the query under way tells;
  // that nobody listened besides would end the whole process.
  pool.on('error', () => undefined);
  pool.on('connect', (connection) => void connection.on('error', () => undefined));
  return pool;
}

export type Connection = pg.PoolClient;

/**
 * Lends a connection on which every commit is durable; `run` must leave no transaction open.
 * @throws StoreFailure `storage_full` or `store_unavailable` where it failed of that
 */
export async function connected<T>(pool: pg.Pool, run: (connection: Connection) => Promise<T>): Promise<T> {
  const connection = await connect(pool);
  try {
    return await naming(() => run(connection));
  } finally {
    connection.release();
  }
}

/** @throws StoreFailure `store_unavailable` */
async function connect(pool: pg.Pool): Promise<Connection> {
  return naming(async () => {
    const connection = await pool.connect();
    if (made.has(connection)) return connection;
    try {
      await connection.query(DURABLE);
      made.add(connection);
      return connection;
    } catch (error) {
      connection.release(true);
      throw error;
    }
  });
}

const made = new WeakSet<Connection>();
const DURABLE = `SELECT set_config('synchronous_commit', 'on', false)
  WHERE current_setting('synchronous_commit') IN ('off', 'local', 'remote_write')`;

/** The pool as Kysely takes it, with failures named as every store names them. */
export function kyselyPool(pool: pg.Pool): PostgresPool {
  return {
    async connect() {
      const connection = await connect(pool);
      const client = {
        query: (sql: string, parameters: readonly unknown[]) => naming(() => connection.query(sql, [...parameters])),
        release: () => connection.release(),
      };
      return client as unknown as PostgresPoolClient; // its other form of `query`, with a cursor, is never asked for
    },
    // Whoever opened the pool closes it: Kysely does not where it was never asked anything.
    end: () => Promise.resolve(),
  };
}

async function naming<T>(run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    const code = codeOf(error);
    if (code === DISK_FULL) throw storeFailure('storage_full', 'the disk of the database is full', error);
    if (isUnavailable(error, code)) throw storeFailure('store_unavailable', 'the database cannot be reached', error);
    throw error;
  }
}

const DISK_FULL = '53100';
/**
 * Appendix A of the manual: connections (08), resources (53), operator's intervention (57P), a transaction that lost
 * against another (40), a statement that waited too long (57014, 55P03), and a server that only reads, which is a standby
 * nobody has promoted yet.
 */
const UNAVAILABLE = /^(08...|53...|57P..|57014|55P03|40...|25006|E[A-Z]+)$/;

function isUnavailable(error: unknown, code: string): boolean {
  if (code !== '') return UNAVAILABLE.test(code);
  return error instanceof Error && /terminated|timeout|not queryable|ended/i.test(error.message);
}
