import { open, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { PLAIN, type AtRest } from '../at-rest/at-rest';
import { makeFolder } from '../make-folder';
import { codeOf } from '../error-code';

const HASH = /^[0-9a-f]{64}$/;

/** Where recordings lie: `<data>/recordings/<hash>`, named by what is in them. */
export function recordingPath(data: string, sha256: string): string {
  if (!HASH.test(sha256)) throw new Error('a recording is named by its hash');
  return join(data, 'recordings', sha256);
}

/** Resolves when the file is on the disk; the same bytes again change nothing. */
export async function writeRecording(
  data: string,
  sha256: string,
  bytes: Uint8Array,
  atRest: AtRest = PLAIN,
): Promise<void> {
  const path = recordingPath(data, sha256);
  makeFolder(join(data, 'recordings'), 0o700);
  const unfinished = `${path}.unfinished`;
  const file = await open(unfinished, 'w', 0o600);
  try {
    await file.writeFile(atRest.seal('recording', sha256, bytes));
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(unfinished, path);
}

/** Null when it is not there. */
export async function readRecording(data: string, sha256: string, atRest: AtRest = PLAIN): Promise<Uint8Array | null> {
  let lying: Uint8Array;
  try {
    lying = await readFile(recordingPath(data, sha256));
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  }
  return atRest.open('recording', sha256, lying);
}

export function deleteRecording(data: string, sha256: string): Promise<void> {
  return rm(recordingPath(data, sha256), { force: true });
}
