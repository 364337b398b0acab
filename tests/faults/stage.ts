import type { SeededRandom } from '$lib/analysis/random/seeded-random';
import type { Engine } from './fault';
import type { Installation } from './parts/installation';
import type { Ledger } from './parts/ledger';

/** What a fault is given to play on. Everything it opens here is taken down afterwards, whatever happened. */
export interface Stage {
  readonly engine: Engine;
  readonly rounds: number;
  readonly random: SeededRandom;
  readonly ledger: Ledger;
  /** A data folder, and for PostgreSQL a database of its own. @param where a folder, such as one on a small disk */
  readonly install: (where?: string) => Promise<Installation>;
  /** Run last to first at the end. */
  readonly afterwards: (undo: () => Promise<void> | void) => void;
  /** Counts what should have been and was not: the fault is then not survived. */
  readonly expect: (met: boolean, otherwise: string) => void;
}
