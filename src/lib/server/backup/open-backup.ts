import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { codeOf } from '../error-code';
import { refused, type Refused } from '../operations/refused';
import type { Part } from './archive';
import { Damaged } from './damaged';
import { openFile, type FileOpened, type Opening } from './envelope';
import { keysName } from './keys-name';
import { HeaderSchema, type Header } from './manifest';

/** A file of a backup, or a sentence that says why it does not open. @param what the name of its kind */
export async function openNamed(
  path: string,
  what: string,
  opening: Opening,
): Promise<Extract<FileOpened, { kind: 'opened' }> | Refused> {
  let file: FileOpened;
  try {
    file = await openFile(path, opening);
  } catch (error) {
    if (codeOf(error) === '') throw error;
    return refused(`${path} (${what}) cannot be read (${codeOf(error)}).`);
  }
  switch (file.kind) {
    case 'key_needed':
      return refused(`${path} (${what}) is encrypted: say --identity-file or --passphrase-file.`);
    case 'other_key':
      return refused(`${path} (${what}) does not open with this key or passphrase.`);
    case 'opened':
      return file;
  }
}

/** @throws Damaged */
export async function firstOf(parts: AsyncGenerator<Part>): Promise<Part> {
  try {
    const next = await parts.next();
    if (next.done !== true) return next.value;
  } catch (cause) {
    throw new Damaged('The file is not a backup of Sheaf, or was damaged', { cause });
  }
  throw new Damaged('The file is empty');
}

/** @throws Damaged */
export function headerOf({ name, bytes }: Part): Header {
  const parsed = name === 'sheaf-backup.json' ? HeaderSchema.safeParse(JSON.parse(bytes.toString())) : null;
  if (parsed?.success !== true) throw new Damaged('The file is not a backup that this version of Sheaf knows');
  return parsed.data;
}

/** Where the file of keys of a backup is looked for. */
export function keysBeside(archive: string, { installation }: Header): string {
  const closed = join(dirname(archive), keysName(installation, false));
  const plain = join(dirname(archive), keysName(installation, true));
  return existsSync(closed) || !existsSync(plain) ? closed : plain;
}
