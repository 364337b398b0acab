import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { findPostgres, makeCluster, postgresFolder, startCluster, type Running } from '../../../scripts/postgres.mjs';
import { startOwnServer } from '../../../scripts/own-server.mjs';

export type Engine = 'sqlite' | 'postgres';

export function engineOf(name: string): Engine {
  if (name !== 'sqlite' && name !== 'postgres') throw new Error('--engine is sqlite or postgres');
  return name;
}

/** A PostgreSQL in a folder on the disk, set up as it comes, for `DATABASE_URL`. */
export async function ownPostgres(within: string, settings: Record<string, string> = {}): Promise<Running> {
  const bin = findPostgres();
  if (bin === null) throw new Error('there is no PostgreSQL to measure with');
  const data = join(postgresFolder(within), 'data');
  makeCluster(bin, data);
  return startCluster(bin, data, { settings });
}

export interface Installation {
  readonly ports: readonly number[];
  readonly pids: readonly number[];
  readonly code: string;
  /** The first process of the PostgreSQL, where that is the engine. */
  readonly database: Running | null;
  readonly stop: () => Promise<void>;
}

/** Built servers as they are started by hand, in a folder on the disk; more than one share a PostgreSQL and one SHEAF_DATA. */
export async function ownInstallation(within: string, engine: Engine, processes = 1): Promise<Installation> {
  const data = join(within, 'sheaf');
  mkdirSync(data, { recursive: true });
  const database = engine === 'postgres' ? await ownPostgres(within) : null;
  const environment = database === null ? {} : { DATABASE_URL: database.url };
  const servers: Awaited<ReturnType<typeof startOwnServer>>[] = [];
  for (let process = 0; process < processes; process += 1) servers.push(await startOwnServer({ data, environment }));
  return {
    ports: servers.map(({ port }) => port),
    pids: servers.map(({ pid }) => pid),
    code: servers[0]?.tellPath.slice('/t/'.length) ?? '',
    database,
    async stop() {
      for (const server of servers) await server.stop();
      await database?.stop();
    },
  };
}
