import { open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { AtRest } from '../at-rest/at-rest';
import { codeOf } from '../error-code';
import { makeFolder } from '../make-folder';
import type { MediaFiles } from './port';

const HASH = /^[0-9a-f]{64}$/;
/** A name until every byte is on the disk; a power cut leaves it behind. */
const UNFINISHED = '.unfinished';

/** Files as `<folder>/<first two digits>/<hash>`. */
export function mediaFolder(folder: string, atRest: AtRest): MediaFiles {
  const pathOf = (sha256: string) => {
    if (!HASH.test(sha256)) throw new Error('a file is named by its hash');
    return join(folder, sha256.slice(0, 2), sha256);
  };
  return {
    async keep(sha256, bytes) {
      const kept = pathOf(sha256);
      makeFolder(dirname(kept), 0o700);
      await writeFlushed(`${kept}${UNFINISHED}`, atRest.seal('media', sha256, bytes));
      await rename(`${kept}${UNFINISHED}`, kept);
      // The names, too, have to reach the disk: the file's in its folder, and that folder's in the one above.
      await flush(dirname(kept));
      await flush(folder);
    },
    async size(sha256) {
      try {
        return atRest.sizeOf((await stat(pathOf(sha256))).size);
      } catch (error) {
        if (codeOf(error) === 'ENOENT') return null;
        throw error;
      }
    },
    read: (sha256, first, last) => atRest.read('media', sha256, pathOf(sha256), first, last),
    async remove(sha256) {
      await rm(pathOf(sha256), { force: true });
      await rm(`${pathOf(sha256)}${UNFINISHED}`, { force: true });
    },
    async *olderThan(before) {
      for (const entry of await readdir(folder, { withFileTypes: true })) {
        if (!entry.isDirectory() || !/^[0-9a-f]{2}$/.test(entry.name)) continue;
        for (const name of await readdir(join(folder, entry.name))) {
          const sha256 = name.replace(UNFINISHED, '');
          if (HASH.test(sha256) && (await stat(join(folder, entry.name, name))).mtime < before) yield sha256;
        }
      }
    },
  };
}

async function writeFlushed(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'w', 0o600);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

async function flush(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
