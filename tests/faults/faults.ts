import { DEVICE_FAULTS } from './device-faults';
import { backupUnderLoad } from './entries/backup';
import { commitAnswer, renameRow } from './entries/between';
import { wrongClocks } from './entries/clocks';
import { damage } from './entries/damage';
import { sigterm } from './entries/ending';
import { exportUnderLoad } from './entries/export';
import { kill } from './entries/kill';
import { answerLost, flapping, portal, truncated } from './entries/network';
import { noSpaceDatabase, noSpaceMedia } from './entries/no-space';
import { migration } from './entries/migration';
import { noSpacePostgres } from './entries/no-space-postgres';
import { oneFolder } from './entries/one-folder';
import { connectionsEnded, failover, postgresKilled } from './entries/postgres';
import { powerCut } from './entries/power-cut';
import { sameId } from './entries/same-id';
import { slowDatabase } from './entries/slow-database';
import { largeBodies, slowSenders } from './entries/slow-and-large';
import type { Fault } from './fault';

/** In the order in which a campaign runs them. */
export const FAULTS: readonly Fault[] = [
  kill,
  commitAnswer,
  renameRow,
  answerLost,
  truncated,
  flapping,
  portal,
  powerCut,
  postgresKilled,
  connectionsEnded,
  failover,
  noSpaceDatabase,
  noSpaceMedia,
  noSpacePostgres,
  damage,
  backupUnderLoad,
  migration,
  oneFolder,
  sameId,
  sigterm,
  slowDatabase,
  slowSenders,
  largeBodies,
  exportUnderLoad,
  wrongClocks,
  ...DEVICE_FAULTS,
];
