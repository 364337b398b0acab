import { randomBytes } from 'node:crypto';
import type { AtRest } from './at-rest/at-rest';
import { openAtRest, type AtRestOpened } from './at-rest/open-at-rest';
import { replayWithdrawals } from './journal/replay-withdrawals';
import { openWithdrawalJournal, type WithdrawalJournal } from './journal/withdrawal-journal';
import { openProgrammeKeys, type ProgrammeKeys } from './keys/programme-keys';
import { openLimits, type Limits } from './limits/limits';
import { openLog, type Log } from './log';
import type { Settings } from './settings';
import type { Store } from './store/port';
import { openStore } from './store/open';
import type { AccountsDatabase, OneState, Opened } from './store/opened';
import { isUnfinished } from './store/transfer/unfinished';

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

export type ServicesOpened =
  | { readonly kind: 'opened'; readonly services: Services }
  /** A restore or a move was cut off: what is there is not all there was. */
  | { readonly kind: 'unfinished' }
  | Exclude<Opened, { kind: 'opened' }>
  | Exclude<AtRestOpened, { kind: 'at_rest' }>;

/**
 * Opens the store and whatever else a request needs, and tells the store of withdrawals it does not know. The caller
 * closes the store.
 */
export async function openServices(settings: Settings, log: Log = openLog(settings)): Promise<ServicesOpened> {
  const lies = openAtRest(settings);
  if (lies.kind !== 'at_rest') return lies;
  const { atRest } = lies;
  const opened = await openStore(settings, new Date(), atRest.databaseKey);
  if (opened.kind !== 'opened') return opened;
  const services = servicesOver(opened, settings, log, atRest);
  const { store, accounts, missingCommits = 0 } = opened;
  if (missingCommits > 0) log.warn({ missingCommits }, MISSING);
  try {
    if (await isUnfinished(accounts.db)) {
      await store.close();
      return { kind: 'unfinished' };
    }
    const { replayed, unreadable } = await replayWithdrawals(services);
    if (replayed + unreadable > 0) log.warn({ replayed, unreadable }, 'withdrawals');
    if (atRest.sealed && settings.database !== null) {
      log.info({ files: 'sealed', database: 'left to its own server' }, 'data at rest');
    }
  } catch (error) {
    await store.close();
    throw error;
  }
  return { kind: 'opened', services };
}

const MISSING =
  'the database is older than what was answered from it: its end was lost, or an older copy was put in its place. Devices are asked to offer again what they hold; if there is a newer backup, stop and restore that';

/** The services of a store that is open. */
export function servicesOver(
  { store, accounts, oneState }: Extract<Opened, { kind: 'opened' }>,
  settings: Settings,
  log: Log,
  atRest: AtRest,
): Services {
  const random = (bytes: number) => new Uint8Array(randomBytes(bytes));
  return {
    settings,
    log,
    store,
    accounts,
    oneState,
    limits: openLimits(random),
    journal: openWithdrawalJournal(settings.data, atRest),
    keys: openProgrammeKeys(settings.data, atRest),
    atRest,
    now: () => new Date(),
    random,
  };
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
