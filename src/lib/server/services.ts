import type { AtRest } from './at-rest/at-rest';
import type { WithdrawalJournal } from './journal/withdrawal-journal';
import type { ProgrammeKeys } from './keys/programme-keys';
import type { Limits } from './limits/limits';
import type { Log } from './log';
import type { Settings } from './settings';
import type { Store } from './store/port';
import type { AccountsDatabase, OneState } from './store/opened';

/** What every part of the backend works with. Time and randomness come from here, so that tests can fix them. */
export interface Services {
  readonly settings: Settings;
  readonly log: Log;
  readonly store: Store;
  /** For the sign-in library. */
  readonly accounts: AccountsDatabase;
  /** For what reads everything there is: backups and checks. */
  readonly oneState: OneState;
  readonly limits: Limits;
  /** Beside the database: what no restore may undo. */
  readonly journal: WithdrawalJournal;
  readonly keys: ProgrammeKeys;
  /** How files lie in the data folder. */
  readonly atRest: AtRest;
  readonly now: () => Date;
  readonly random: (bytes: number) => Uint8Array;
}

/** The outer server and Kit's bundle are built apart: they share what hangs on this symbol, not modules. */
const KEY = Symbol.for('sheaf.services');
const shared = globalThis as { [KEY]?: Services }; // globalThis has no index signature of its own

export function provideServices(services: Services): void {
  shared[KEY] = services;
}

export function servicesProvided(): boolean {
  return shared[KEY] !== undefined;
}

/** @throws before the server (or, in development, the hook `init`) has provided them */
export function services(): Services {
  const provided = shared[KEY];
  if (provided === undefined) throw new Error('services are asked for before they are provided');
  return provided;
}
