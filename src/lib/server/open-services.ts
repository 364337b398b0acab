import { randomBytes } from 'node:crypto';
import type { AtRest } from './at-rest/at-rest';
import { openAtRest, type AtRestOpened } from './at-rest/open-at-rest';
import { replayWithdrawals } from './journal/replay-withdrawals';
import { openWithdrawalJournal } from './journal/withdrawal-journal';
import { openProgrammeKeys } from './keys/programme-keys';
import { openLimits } from './limits/limits';
import { openLog, type Log } from './log';
import type { Services } from './services';
import type { Settings } from './settings';
import { damagedPlace } from './store/damaged';
import { openStore } from './store/open';
import type { Opened } from './store/opened';
import { databaseAhead, SAME_CLOCK_MS } from './store/postgres/database-clock';
import { isUnfinished } from './store/transfer/unfinished';

export type ServicesOpened =
  | { readonly kind: 'opened'; readonly services: Services }
  /** A restore or a move was cut off: what is there is not all there was. */
  | { readonly kind: 'unfinished' }
  /** A row that is read at the start is not what was stored. @property place the table and its key */
  | { readonly kind: 'row_damaged'; readonly place: string }
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
    const clockDiffersMs = Math.round(await databaseAhead(accounts, services.now));
    if (Math.abs(clockDiffersMs) > SAME_CLOCK_MS) log.warn({ clockDiffersMs }, OTHER_CLOCK);
    if (atRest.sealed && settings.database !== null) {
      log.info({ files: 'sealed', database: 'left to its own server' }, 'data at rest');
    }
  } catch (error) {
    await store.close();
    const place = damagedPlace(error);
    if (place !== null) return { kind: 'row_damaged', place };
    throw error;
  }
  return { kind: 'opened', services };
}

const OTHER_CLOCK =
  'the clock of this machine and that of the database differ: set both right, for days are counted by the one and the other';
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
