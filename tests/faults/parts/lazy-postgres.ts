import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { findPostgres, temporaryPostgres } from '../../../scripts/postgres.mjs';

type Temporary = Awaited<ReturnType<typeof temporaryPostgres>>;

/** A PostgreSQL for all faults that leave the database server alone, started when the first one asks. */
export function lazyPostgres(): { newDatabase: () => Promise<string>; stop: () => Promise<void> } {
  let running: Promise<Temporary> | undefined;
  const start = async () => {
    const bin = findPostgres();
    if (bin === null) throw new Error('No PostgreSQL was found: see scripts/postgres.mjs.');
    return temporaryPostgres(bin);
  };
  return {
    newDatabase: async () => newDatabaseIn((await (running ??= start())).url),
    stop: async () => (await running)?.stop(),
  };
}

/** An empty database of a server. @returns its address */
export async function newDatabaseIn(server: string): Promise<string> {
  const name = `sheaf_${randomUUID().replaceAll('-', '')}`;
  await onPostgres(server, `CREATE DATABASE ${name}`);
  const url = new URL(server);
  url.pathname = name;
  return url.href;
}

/** One statement. */
export async function onPostgres(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  // A server that is killed while it is asked.
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end().catch(() => undefined);
  }
}
