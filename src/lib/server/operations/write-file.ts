import { open, rename } from 'node:fs/promises';

/** Under another name until it is whole: nobody takes half a file for all of it. Readable by this user only. */
export async function writeWhole(path: string, texts: AsyncIterable<string> | Iterable<string>): Promise<void> {
  const unfinished = `${path}.unfinished`;
  const file = await open(unfinished, 'w', 0o600);
  try {
    for await (const text of texts) await file.write(text);
  } finally {
    await file.close();
  }
  await rename(unfinished, path);
}
