import { codeOf } from '../error-code';
import type { Settings } from '../settings';
import { lockFolder } from '../store/sqlite/lock';
import { PLAIN, sealedAtRest, type AtRest } from './at-rest';
import { finishChange, isChanging } from './finish-change';
import { readKeyFile } from './key-file';
import { holdsAnything, readMark, writeMark } from './mark';

export type AtRestOpened =
  | { readonly kind: 'at_rest'; readonly atRest: AtRest }
  /** One sentence without its full stop. */
  | { readonly kind: 'key_not_usable'; readonly reason: string }
  | { readonly kind: 'key_missing'; readonly folder: string }
  | { readonly kind: 'wrong_key'; readonly folder: string; readonly file: string }
  | { readonly kind: 'not_encrypted'; readonly folder: string }
  | { readonly kind: 'mark_not_readable'; readonly folder: string }
  | { readonly kind: 'folder_in_use'; readonly folder: string }
  | { readonly kind: 'folder_not_writable'; readonly folder: string; readonly reason: string };

/**
 * Finds out how the data folder lies before anything in it is opened. A new folder lies sealed from its first byte on
 * where there is a key. A change of keys that was broken off is brought to its end, or undone, first.
 */
export function openAtRest({ data, keyFile }: Pick<Settings, 'data' | 'keyFile'>): AtRestOpened {
  const read = keyFile === null ? null : readKeyFile(keyFile, data);
  if (read?.kind === 'key_not_usable') return read;
  const key = read?.key ?? null;
  try {
    if (isChanging(data) && !finishAlone(data)) return { kind: 'folder_in_use', folder: data };
    const marked = readMark(data, key);
    if (marked === 'not_readable') return { kind: 'mark_not_readable', folder: data };
    if (key === null || keyFile === null) {
      return marked === 'plain' ? { kind: 'at_rest', atRest: PLAIN } : { kind: 'key_missing', folder: data };
    }
    if (marked === 'with_another_key') return { kind: 'wrong_key', folder: data, file: keyFile };
    if (marked === 'plain') {
      if (holdsAnything(data)) return { kind: 'not_encrypted', folder: data };
      writeMark(data, key);
      // Another process may have been first, with another key.
      if (readMark(data, key) !== 'sealed') return { kind: 'wrong_key', folder: data, file: keyFile };
    }
    return { kind: 'at_rest', atRest: sealedAtRest(key) };
  } catch (error) {
    const code = codeOf(error);
    if (code === '') throw error;
    return { kind: 'folder_not_writable', folder: data, reason: code };
  }
}

/** False where another process is at it. */
function finishAlone(data: string): boolean {
  const lock = lockFolder(data);
  if (lock === null) return false;
  try {
    finishChange(data);
    return true;
  } finally {
    lock.release();
  }
}
