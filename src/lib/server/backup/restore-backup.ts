import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { openAtRest } from '../at-rest/open-at-rest';
import { codeOf } from '../error-code';
import { replayWithdrawals } from '../journal/replay-withdrawals';
import { openLog } from '../log';
import { refused, type Refused } from '../operations/refused';
import { servicesOver } from '../open-services';
import type { Services } from '../services';
import type { Settings } from '../settings';
import { startFailure } from '../start-failure';
import { storeFailureOf } from '../store/failure';
import { openStore } from '../store/open';
import { fillDatabase } from '../store/transfer/fill-database';
import { shapeOf } from '../store/transfer/shape-of';
import { isUnfinished } from '../store/transfer/unfinished';
import { readArchive, type Part } from './archive';
import { Damaged, isOfThisMachine } from './damaged';
import type { Opening } from './envelope';
import { readKeys, type BackupKeys } from './keys-file';
import type { Header } from './manifest';
import { firstOf, headerOf, keysBeside, openNamed } from './open-backup';
import { takeParts } from './take-parts';

export interface RestoreWanted {
  readonly archive: string;
  /** Null = beside the archive. */
  readonly keys: string | null;
  readonly opening: Opening;
}

export interface Restored {
  readonly kind: 'restored';
  readonly stories: number;
  readonly files: number;
  readonly recordings: number;
  /** Stories of the backup that were taken back or erased since. */
  readonly gone: number;
  readonly at: string;
}

/** Brings a backup back into an empty data folder or database, whole or not at all. */
export async function restoreBackup(settings: Settings, wanted: RestoreWanted, now: Date): Promise<Restored | Refused> {
  const reading = await openNamed(wanted.archive, 'the backup', wanted.opening);
  if (reading.kind === 'refused') return reading;
  const parts = readArchive(reading.bytes);
  try {
    const first = await firstOf(parts);
    const header = headerOf(first);
    const keysPath = wanted.keys ?? keysBeside(wanted.archive, header);
    const keysFile = await openNamed(keysPath, 'the file of keys', wanted.opening);
    if (keysFile.kind === 'refused') return keysFile;
    const keys = await readKeys(keysFile.bytes).catch((cause: unknown) => {
      throw new Damaged(`${keysPath} is not a whole file of keys`, { cause });
    });
    const misfit = misfitOf(header, keys);
    if (misfit !== null) return misfit;
    return await into(settings, now, (services) => fill(services, header, keys, first, parts));
  } catch (error) {
    if (isOfThisMachine(error)) {
      return refused(
        `The restore was cut off (${codeOf(error) || String(storeFailureOf(error))}): the backup is as it was; run it again.`,
      );
    }
    if (!(error instanceof Damaged)) throw error;
    return refused(`${error.message}. Nothing of it was kept: take another backup, or copy this one again.`);
  } finally {
    await parts.return(undefined);
  }
}

function misfitOf(header: Header, keys: BackupKeys): Refused | null {
  if (keys.installation !== header.installation) return refused('The file of keys is of another installation.');
  if (keys.number >= header.number) return null;
  return refused(
    'The file of keys is older than the backup, so that newer stories would stay shut: take the newest one, which every backup writes anew.',
  );
}

/** Opens the empty place. The deed runs over services that nobody is served from. */
async function into<T>(
  settings: Settings,
  now: Date,
  deed: (services: Services) => Promise<T | Refused>,
): Promise<T | Refused> {
  const lies = openAtRest(settings);
  if (lies.kind !== 'at_rest') return refused(startFailure(lies));
  const { atRest } = lies;
  const opened = await openStore(settings, now, atRest.databaseKey);
  if (opened.kind !== 'opened') return refused(startFailure(opened));
  try {
    const services = servicesOver(opened, settings, openLog({ logLevel: 'silent' }), atRest);
    if (!(await isUnfinished(opened.accounts.db))) {
      for (const folder of ['media', 'recordings']) {
        if (!(await holdsFiles(join(settings.data, folder)))) continue;
        return refused(
          `The data folder ${settings.data} is not empty (${folder}): set SHEAF_DATA to a new folder. Nothing was changed.`,
        );
      }
    }
    return await deed(services);
  } finally {
    await opened.store.close();
  }
}

async function holdsFiles(folder: string): Promise<boolean> {
  try {
    return (await readdir(folder, { recursive: true, withFileTypes: true })).some((entry) => entry.isFile());
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return false;
    throw error;
  }
}

async function fill(
  services: Services,
  header: Header,
  keys: BackupKeys,
  first: Part,
  parts: AsyncGenerator<Part>,
): Promise<Restored | Refused> {
  const shape = await shapeOf(services.accounts.db);
  if (shape !== header.shape) {
    return refused(
      `The backup was written by another version of Sheaf (shape ${header.shape}, this is ${shape}): restore it with that version, then start this one.`,
    );
  }
  const filled = await fillDatabase(services.accounts, (filling) =>
    takeParts(services, keys, filling, { first, rest: parts }),
  );
  if (filled.kind === 'not_empty') {
    return refused(
      `The database is not empty (${filled.table}): set SHEAF_DATA to a new folder or DATABASE_URL to a new database. Nothing was changed.`,
    );
  }
  const before = await countStories(services);
  await replayWithdrawals(services);
  const stories = await countStories(services);
  const { files, recordings, gone } = filled.value;
  return { kind: 'restored', stories, files, recordings, gone: gone + before - stories, at: header.at };
}

async function countStories({ accounts }: Services): Promise<number> {
  const row = await accounts.db
    .selectFrom('stories')
    .select((expression) => expression.fn.countAll<number>().as('count'))
    .where('withdrawn_at', 'is', null)
    .executeTakeFirstOrThrow();
  return Number(row.count);
}
