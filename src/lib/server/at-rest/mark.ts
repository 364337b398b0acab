import { closeSync, existsSync, fsyncSync, openSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { codeOf } from '../error-code';
import { makeFolder } from '../make-folder';
import { keyFor } from './derive-key';

/** Says that a data folder is sealed and with which key, so that a missing and a wrong key are told apart. */
export const MARK = 'encryption.json';

const MarkSchema = z.object({ version: z.literal(1), key: z.string().regex(/^[0-9a-f]{32}$/) });

/** Files and folders of a data folder that lie sealed where there is a key. */
export const SEALED_PARTS = ['sheaf.db', 'media', 'recordings', 'keys', 'session-secret', 'journal'] as const;

/** A text by which a key is known again, and from which it cannot be found. */
export function markOf(masterKey: Uint8Array): string {
  const key = Buffer.from(keyFor('mark', masterKey).subarray(0, 16)).toString('hex');
  return `${JSON.stringify({ version: 1, key })}\n`;
}

export type Marked = 'plain' | 'sealed' | 'with_another_key' | 'not_readable';

/** How a folder lies. @param masterKey null = there is none */
export function readMark(data: string, masterKey: Uint8Array | null): Marked {
  let text: string;
  try {
    text = readFileSync(join(data, MARK), 'utf8');
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(codeOf(error))) return 'plain';
    throw error;
  }
  try {
    const { key } = MarkSchema.parse(JSON.parse(text));
    const own = masterKey === null ? null : MarkSchema.parse(JSON.parse(markOf(masterKey))).key;
    return own === key ? 'sealed' : 'with_another_key';
  } catch {
    return 'not_readable';
  }
}

/** Marks a folder that holds nothing yet. Where another process did so first, its mark stays. */
export function writeMark(data: string, masterKey: Uint8Array): void {
  makeFolder(data, 0o700);
  try {
    writeFileSync(join(data, MARK), markOf(masterKey), { mode: 0o600, flag: 'wx', flush: true });
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
  }
  const folder = openSync(data, 'r');
  fsyncSync(folder);
  closeSync(folder);
}

/** Whether there is anything that a key would have to seal. */
export function holdsAnything(data: string): boolean {
  return SEALED_PARTS.some((part) => {
    const path = join(data, part);
    return existsSync(path) && (part === 'sheaf.db' || part === 'session-secret' || readdirSync(path).length > 0);
  });
}
