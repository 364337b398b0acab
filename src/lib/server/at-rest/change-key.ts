import { existsSync, readdirSync, renameSync, rmSync, statSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeFolder } from '../make-folder';
import { lockFolder } from '../store/sqlite/lock';
import { PLAIN, sealedAtRest, type AtRest } from './at-rest';
import { copyParts } from './copy-parts';
import { finishChange, flushFolder, newPartsOf, planOf, stagingOf, type ChangePlan } from './finish-change';
import { readKeyFile } from './key-file';
import { MARK, SEALED_PARTS, markOf, readMark } from './mark';

export type KeyChanged =
  | { readonly kind: 'changed'; readonly files: number }
  /** It lies so already. */
  | { readonly kind: 'already' }
  /** One or two sentences: what is wrong, what is safe, what to do. */
  | { readonly kind: 'refused'; readonly message: string };

/** A file with a key, or null for none. */
type KeyFile = string | null;

interface Change {
  readonly data: string;
  readonly from: KeyFile;
  readonly to: KeyFile;
  /** For tests: called before each step that a power cut could come before. */
  readonly before?: () => void;
}

/**
 * Seals a data folder that nobody has open, or opens it, or seals it with another key: everything is written anew beside
 * what is there, read back, and only then takes its place. Broken off anywhere, the next start finds the old folder or
 * brings the change to its end (`finishChange`).
 */
export async function changeKey(change: Change): Promise<KeyChanged> {
  const { data, before = () => undefined } = change;
  if (!existsSync(data)) return refused(`There is no data folder ${data}.`);
  const from = keyOf(change.from, data);
  const to = keyOf(change.to, data);
  if (from.kind === 'refused') return from;
  if (to.kind === 'refused') return to;
  const lock = lockFolder(data);
  if (lock === null) return refused(`A Sheaf server is using ${data}: stop it first. Nothing was changed.`);
  try {
    finishChange(data);
    if (lies(data, to.key) === 'so') return { kind: 'already' };
    if (lies(data, from.key) !== 'so') {
      return refused(`${data} is ${howItLies(data)}, not with the key given for it. Nothing was changed.`);
    }
    const short = roomMissing(data);
    if (short > 0) {
      return refused(`The disk of ${data} lacks ${Math.ceil(short / 1e6)} MB for a second copy. Nothing was changed.`);
    }
    makeFolder(newPartsOf(data), 0o700);
    const copied = await copyOrReason(data, from.atRest, to.atRest);
    if (copied.kind === 'refused') {
      rmSync(stagingOf(data), { recursive: true, force: true });
      return copied;
    }
    before();
    if (to.key !== null) writeFileSync(join(newPartsOf(data), MARK), markOf(to.key), { mode: 0o600, flush: true });
    flushFolder(newPartsOf(data));
    const marks = to.key === null ? { replaced: [], gone: [MARK] } : { replaced: [MARK], gone: [] };
    writePlan(data, {
      replaced: [...copied.parts, ...marks.replaced],
      gone: ['sheaf.db-wal', 'sheaf.db-shm', ...marks.gone],
    });
    finishChange(data, before);
    return { kind: 'changed', files: copied.files };
  } finally {
    lock.release();
  }
}

function refused(message: string): Extract<KeyChanged, { kind: 'refused' }> {
  return { kind: 'refused', message };
}

function keyOf(file: KeyFile, data: string) {
  if (file === null) return { kind: 'key' as const, key: null, atRest: PLAIN };
  const read = readKeyFile(file, data);
  if (read.kind === 'key_not_usable') return refused(`The key is not used: ${read.reason}. Nothing was changed.`);
  return { kind: 'key' as const, key: read.key, atRest: sealedAtRest(read.key) };
}

function lies(data: string, key: Uint8Array | null): 'so' | 'otherwise' {
  return readMark(data, key) === (key === null ? 'plain' : 'sealed') ? 'so' : 'otherwise';
}

function howItLies(data: string): string {
  return readMark(data, null) === 'plain' ? 'not encrypted' : 'encrypted with another key';
}

async function copyOrReason(data: string, opens: AtRest, seals: AtRest) {
  try {
    const copied = await copyParts({ from: data, to: newPartsOf(data), opens, seals });
    return { kind: 'copied' as const, ...copied };
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'unknown';
    return refused(`The copy could not be made: ${reason}. Everything lies as it did before.`);
  }
}

/** There whole or not at all. */
function writePlan(data: string, plan: ChangePlan): void {
  const unfinished = `${planOf(data)}.unfinished`;
  writeFileSync(unfinished, JSON.stringify(plan), { mode: 0o600, flush: true });
  renameSync(unfinished, planOf(data));
  flushFolder(stagingOf(data));
  flushFolder(data);
}

/** Some room beside for the database's own needs. */
const SPARE_BYTES = 64 * 1024 * 1024;

function roomMissing(data: string): number {
  const { bavail, bsize } = statfsSync(data);
  const needed = SEALED_PARTS.reduce((sum, part) => sum + bytesOf(join(data, part)), SPARE_BYTES);
  return needed - bavail * bsize;
}

function bytesOf(path: string): number {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) return 0;
  if (!found.isDirectory()) return found.size;
  return readdirSync(path).reduce((sum, name) => sum + bytesOf(join(path, name)), 0);
}
