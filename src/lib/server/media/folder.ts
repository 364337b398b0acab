import { createReadStream } from 'node:fs';
import { open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { makeFolder } from '../make-folder';
import { codeOf } from '../error-code';
import type { MediaFiles } from './port';

const HASH = /^[0-9a-f]{64}$/;

/** Files as `<folder>/<first two digits>/<hash>`. @param folder on the same file system as what is kept */
export function mediaFolder(folder: string): MediaFiles {
  const pathOf = (sha256: string) => {
    if (!HASH.test(sha256)) throw new Error('a file is named by its hash');
    return join(folder, sha256.slice(0, 2), sha256);
  };
  return {
    async keep(path, sha256) {
      const kept = pathOf(sha256);
      await flush(path);
      makeFolder(dirname(kept), 0o700);
      await rename(path, kept);
      // The names, too, have to reach the disk: the file's in its folder, and that folder's in the one above.
      await flush(dirname(kept));
      await flush(folder);
    },
    async size(sha256) {
      try {
        return (await stat(pathOf(sha256))).size;
      } catch (error) {
        if (codeOf(error) === 'ENOENT') return null;
        throw error;
      }
    },
    read: (sha256, first, last) => createReadStream(pathOf(sha256), { start: first, end: last }),
    remove: (sha256) => rm(pathOf(sha256), { force: true }),
    async *olderThan(before) {
      for (const entry of await readdir(folder, { withFileTypes: true })) {
        if (!entry.isDirectory() || !/^[0-9a-f]{2}$/.test(entry.name)) continue;
        for (const name of await readdir(join(folder, entry.name))) {
          if (HASH.test(name) && (await stat(join(folder, entry.name, name))).mtime < before) yield name;
        }
      }
    },
  };
}

async function flush(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
