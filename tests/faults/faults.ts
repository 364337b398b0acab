import { commitAnswer, renameRow } from './entries/between';
import { kill } from './entries/kill';
import { answerLost, flapping, portal, truncated } from './entries/network';
import { connectionsEnded, failover, postgresKilled } from './entries/postgres';
import { powerCut } from './entries/power-cut';
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
];
