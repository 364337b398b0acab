import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { counted } from '../counted';
import { makeFolder } from '../make-folder';
import type { Services } from '../services';
import { writeArchive } from './archive';
import { closed, type Protection } from './envelope';
import { keyLines } from './keys-file';
import { keysName } from './keys-name';
import { knownWithdrawals } from './known-withdrawals';
import { noteBackup, numberBackup } from './number-backup';
import { finishFile, writeUnfinished } from './write-file';
import { writeParts } from './write-parts';

export interface BackupWanted {
  readonly folder: string;
  readonly protection: Protection;
  /** With the programmes' key pairs, which open how tellers can be reached. */
  readonly withKeys: boolean;
  /** Only the file of keys anew, in the place of the one before. */
  readonly keysOnly: boolean;
}

export interface BackupTaken {
  readonly kind: 'taken';
  readonly archive: string | null;
  readonly keys: string;
  readonly stories: number;
  readonly files: number;
  readonly bytes: number;
  /** Files of stories that are not what their names say, or not there: they are in no backup. */
  readonly damaged: readonly string[];
}

/**
 * Writes one state of the installation into a folder while the server goes on, and the keys of its stories and files
 * into a second file that takes the place of the one before. Both get their names when they are whole and on the disk;
 * the keys first, since an archive opens with newer keys only.
 */
export async function takeBackup(services: Services, wanted: BackupWanted): Promise<BackupTaken> {
  const { store, accounts, oneState, journal, now } = services;
  const { folder, protection } = wanted;
  makeFolder(folder, 0o700);
  const at = now();
  const { installation, number } = await numberBackup(accounts.db, at);
  const closing = protection.kind === 'plain' ? '' : '.age';
  const archive = join(folder, `sheaf-${at.toISOString().replaceAll(/[-:]|\.\d+/g, '')}-${number}.tar${closing}`);
  const keys = join(folder, keysName(installation, protection.kind === 'plain'));
  const unfinished = wanted.keysOnly ? [keys] : [archive, keys];
  const taken = { stories: 0, files: 0, damaged: [] as string[] };
  let bytes = 0;
  try {
    if (!wanted.keysOnly) {
      const header = { installation, number, epoch: await store.epoch(), at: at.toISOString() };
      const tar = writeArchive((into) => writeParts(services, wanted, header, into, taken));
      bytes = await writeUnfinished(archive, await closed(tar, protection));
    }
    // After the archive: what was taken back meanwhile has no key any more.
    await oneState(async (db) => {
      const lines = keyLines(db, { installation, number }, await knownWithdrawals(journal, db));
      await writeUnfinished(keys, await closed(lines, protection));
    });
    for (const path of [...unfinished].reverse()) await finishFile(path);
  } catch (error) {
    for (const path of unfinished) await rm(`${path}.unfinished`, { force: true });
    throw error;
  }
  // The other form of it, from before the way of closing was changed, holds older keys.
  await rm(join(folder, keysName(installation, protection.kind !== 'plain')), { force: true });
  if (!wanted.keysOnly) await noteBackup(accounts.db, at);
  const subject = wanted.keysOnly
    ? 'keys'
    : `${counted(taken.stories, 'story', 'stories')}, ${counted(taken.files, 'file')}`;
  await store.appendAudit({ at, actor: 'cli', action: 'backup.taken', programme: null, subject });
  return { kind: 'taken', archive: wanted.keysOnly ? null : archive, keys, bytes, ...taken };
}
