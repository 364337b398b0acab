import { open, readdir, rm, stat, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { counted } from '../counted';
import { codeOf } from '../error-code';
import { nodeTooOld } from '../http/node-version';
import { openWithdrawalJournal } from '../journal/withdrawal-journal';
import type { Settings } from '../settings';
import { fine, look, wrong, type DoctorLine } from './line';

const GIGABYTE = 1024 ** 3;
/** Below this a busy day may fill the disk. */
const LITTLE_ROOM = 2 * GIGABYTE;
const FLUSHES = 40;
/** A batch of stories waits for one flush: slower than this, tellers notice. */
const SLOW_FLUSHES_PER_SECOND = 20;

/** What can be seen without the database: Node, the data folder, its disk, the journal. */
export async function examineFolder({ data }: Pick<Settings, 'data'>): Promise<DoctorLine[]> {
  const tooOld = nodeTooOld(process.versions.node);
  const lines = [tooOld === null ? fine(`Node.js ${process.versions.node}.`) : wrong(tooOld)];
  try {
    await stat(data);
  } catch (error) {
    return [
      ...lines,
      wrong(
        `The data folder ${data} cannot be looked at (${codeOf(error)}): set SHEAF_DATA, or start the server once.`,
      ),
    ];
  }
  return [...lines, await permissions(data), await room(data), await flushing(data), await journal(data)];
}

/** The names alone say which programmes there are; the keys open how tellers can be reached. */
async function permissions(data: string): Promise<DoctorLine> {
  if (process.platform === 'win32') return look('Who may read the data folder cannot be seen on this system.');
  const open: string[] = [];
  for (const name of ['.', 'sheaf.db', 'session-secret', 'keys', 'journal', 'media', 'recordings']) {
    const path = join(data, name);
    if (await isOpenToOthers(path)) open.push(path);
    if (name !== 'keys') continue;
    for (const key of await namesIn(path)) if (await isOpenToOthers(join(path, key))) open.push(join(path, key));
  }
  if (open.length === 0) return fine('The data folder and its keys are for the server’s user only.');
  return wrong(`Others of this machine may read ${open.join(', ')}: chmod -R go= ${data}`);
}

async function isOpenToOthers(path: string): Promise<boolean> {
  try {
    return ((await stat(path)).mode & 0o077) !== 0;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return false;
    throw error;
  }
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return [];
    throw error;
  }
}

async function room(data: string): Promise<DoctorLine> {
  const { bavail, bsize } = await statfs(data);
  const free = bavail * bsize;
  const says = `${(free / GIGABYTE).toFixed(1)} GB free where the data folder is`;
  return free < LITTLE_ROOM ? wrong(`${says}: make room, or move it to a larger disk.`) : fine(`${says}.`);
}

/** How often a second a small write reaches the disk, as every batch of stories must. */
async function flushing(data: string): Promise<DoctorLine> {
  const path = join(data, `.doctor-${process.pid}`);
  let milliseconds: number;
  try {
    const file = await open(path, 'w', 0o600);
    try {
      const started = performance.now();
      for (let n = 0; n < FLUSHES; n += 1) {
        await file.write(Buffer.alloc(4096, n), 0, 4096, 0);
        await file.datasync();
      }
      milliseconds = performance.now() - started;
    } finally {
      await file.close();
    }
  } catch (error) {
    if (codeOf(error) === '') throw error;
    return wrong(`The data folder cannot be written (${codeOf(error)}): check its owner and the disk.`);
  } finally {
    await rm(path, { force: true });
  }
  const rate = Math.round(FLUSHES / (milliseconds / 1000));
  const says = rate === 1 ? '1 write a second reaches the disk' : `${rate} writes a second reach the disk`;
  return rate < SLOW_FLUSHES_PER_SECOND
    ? look(`${says}: many tellers at once will wait; use a local disk, better an SSD.`)
    : fine(`${says}.`);
}

async function journal(data: string): Promise<DoctorLine> {
  try {
    const { entries, unreadable } = await openWithdrawalJournal(data).read();
    if (unreadable === 0) return fine(`The journal of withdrawals is readable (${entries.length}).`);
    return look(
      `The journal of withdrawals has ${counted(unreadable, 'line')} that cannot be read and ${entries.length} that can: one is left by a power cut; of more, restore the journal’s file from a copy beside it.`,
    );
  } catch (error) {
    return wrong(
      `The journal of withdrawals cannot be read (${codeOf(error) || 'unknown'}): check who owns ${join(data, 'journal')}.`,
    );
  }
}
