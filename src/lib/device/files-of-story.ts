import Dexie from 'dexie';
import type { DeviceDatabase } from './database';
import type { PreparedStory } from './prepared-story';
import { FileRowSchema, type FileRow } from './media-rows';
import { readOne, readable } from './rows';
import { filesOnFinish, holdsBytes } from './settle-file';

// What a transaction over a story does with its files; it must name these tables.
export const mediaTables = ({ media, mediaBytes, recordingParts }: DeviceDatabase) => [
  media,
  mediaBytes,
  recordingParts,
];

/** Every file of a draft or story that can be read. */
export async function filesOf(database: DeviceDatabase, story: string): Promise<FileRow[]> {
  return readable(FileRowSchema, await rowsOf(database, story).toArray()).rows;
}

function rowsOf({ media }: DeviceDatabase, story: string) {
  return media.where('[story+sha256]').between([story, Dexie.minKey], [story, Dexie.maxKey]);
}

/** The story is finished: its files wait for sending, what it does not name goes. */
export async function finishFiles(database: DeviceDatabase, { row, files }: PreparedStory): Promise<void> {
  const { keep, drop } = filesOnFinish(row, files, await filesOf(database, row.id));
  if (keep.length > 0) await database.media.bulkPut(keep);
  await removeFiles(database, drop);
  await removeParts(database, row.id);
}

/** The draft is gone: so are its files. Those of a story that was finished stay. */
export async function discardFiles(database: DeviceDatabase, draft: string): Promise<void> {
  await removeFiles(
    database,
    (await filesOf(database, draft)).filter(({ state }) => state === 'made'),
  );
  await removeParts(database, draft);
}

/** The story is gone: so is every file of it, sent or not, also what another version wrote. */
export async function forgetFiles(database: DeviceDatabase, story: string): Promise<void> {
  const keys = await rowsOf(database, story).primaryKeys();
  await database.media.bulkDelete(keys);
  for (const [, sha256] of keys) await dropUnusedBytes(database, sha256);
  await removeParts(database, story);
}

export async function removeFiles(database: DeviceDatabase, rows: readonly FileRow[]): Promise<void> {
  if (rows.length === 0) return;
  await database.media.bulkDelete(rows.map(({ story, sha256 }) => [story, sha256] as [string, string]));
  for (const { sha256 } of rows) await dropUnusedBytes(database, sha256);
}

export async function removeParts(database: DeviceDatabase, draft: string): Promise<void> {
  await database.recordingParts.where('[draft+index]').between([draft, Dexie.minKey], [draft, Dexie.maxKey]).delete();
}

/** Bytes lie here once for all stories that name them; a row that another version wrote counts as needing them. */
export async function dropUnusedBytes(database: DeviceDatabase, sha256: string): Promise<void> {
  const rows = await database.media.where('sha256').equals(sha256).toArray();
  const needed = rows.some((raw) => {
    const row = readOne(FileRowSchema, raw);
    return row === null || holdsBytes(row);
  });
  if (!needed) await database.mediaBytes.delete(sha256);
}
