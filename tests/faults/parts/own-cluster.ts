import { join } from 'node:path';
import { findPostgres, makeCluster, startCluster, type Running } from '../../../scripts/postgres.mjs';

/** A PostgreSQL that a fault may kill. */
export interface OwnCluster {
  readonly bin: string;
  readonly data: string;
  running: Running;
}

/** @param folder owned by whom PostgreSQL runs as  @param standby it has to be copied while it runs */
export async function ownCluster(folder: string, { standby = false } = {}): Promise<OwnCluster> {
  const bin = findPostgres({ standby });
  if (bin === null) throw new Error('No PostgreSQL was found: see scripts/postgres.mjs.');
  const data = join(folder, 'cluster');
  makeCluster(bin, data);
  return { bin, data, running: await startCluster(bin, data) };
}
