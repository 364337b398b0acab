import { open, rename } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Writes a file under a name that says it is unfinished; resolves when it is on the disk. Readable by this user only. */
export async function writeUnfinished(path: string, bytes: AsyncIterable<Uint8Array>): Promise<number> {
  let written = 0;
  const file = await open(`${path}.unfinished`, 'w', 0o600);
  try {
    for await (const chunk of bytes) {
      await file.writeFile(chunk);
      written += chunk.length;
    }
    await file.sync();
  } finally {
    await file.close();
  }
  return written;
}

/** Gives it its name, in the place of one that has it. */
export async function finishFile(path: string): Promise<void> {
  await rename(`${path}.unfinished`, path);
  const folder = await open(dirname(path), 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
