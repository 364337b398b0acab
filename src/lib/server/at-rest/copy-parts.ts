import { createHash } from 'node:crypto';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { open, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { openLine, sealLine } from '../journal/journal-line';
import { makeFolder } from '../make-folder';
import { copyDatabase } from '../store/sqlite/copy-database';
import type { AtRest, FileKind } from './at-rest';
import type { SEALED_PARTS } from './mark';

/** How a folder is written anew: from where and how it lies, to where and how it is to lie. */
export interface Copying {
  readonly from: string;
  readonly to: string;
  readonly opens: AtRest;
  readonly seals: AtRest;
}

export interface PartsCopied {
  readonly parts: (typeof SEALED_PARTS)[number][];
  readonly files: number;
}

/** Copies every part that is there and reads each file of the copy back. @throws where one is not what it was */
export async function copyParts(copying: Copying): Promise<PartsCopied> {
  const { from } = copying;
  const parts: PartsCopied['parts'] = [];
  let files = 0;
  if (existsSync(join(from, 'sheaf.db')) && statSync(join(from, 'sheaf.db')).size > 0) {
    const copied = copyDatabase(
      { path: join(from, 'sheaf.db'), key: copying.opens.databaseKey },
      { path: join(copying.to, 'sheaf.db'), key: copying.seals.databaseKey },
    );
    if (copied.kind === 'not_a_database') throw new Error('sheaf.db does not open: restore it from a backup first');
    await flushed(join(copying.to, 'sheaf.db'));
    parts.push('sheaf.db');
    files += 1;
  }
  for (const part of ['media', 'recordings', 'keys'] as const) {
    if (!existsSync(join(from, part))) continue;
    makeFolder(join(copying.to, part), 0o700);
    for (const path of filesOf(from, part)) {
      await copyFile(copying, path, part);
      files += 1;
    }
    parts.push(part);
  }
  if (existsSync(join(from, 'session-secret'))) {
    await copyFile(copying, 'session-secret', 'session-secret');
    parts.push('session-secret');
    files += 1;
  }
  if (existsSync(join(from, 'journal'))) {
    makeFolder(join(copying.to, 'journal'), 0o700);
    for (const name of readdirSync(join(from, 'journal'))) {
      await copyLines(copying, join('journal', name));
      files += 1;
    }
    parts.push('journal');
  }
  return { parts, files };
}

const KINDS = { media: 'media', recordings: 'recording', keys: 'programme-key' } as const;

/** What is unfinished is left behind: its sender begins it again. */
function filesOf(from: string, part: keyof typeof KINDS): string[] {
  const whole = (folder: string, pattern: RegExp) =>
    readdirSync(join(from, folder))
      .filter((name) => pattern.test(name))
      .map((name) => join(folder, name));
  if (part === 'keys') return whole(part, /\.json$/);
  if (part === 'recordings') return whole(part, HASH);
  return whole(part, /^[0-9a-f]{2}$/).flatMap((folder) => whole(folder, HASH));
}
const HASH = /^[0-9a-f]{64}$/;

async function copyFile(
  { from, to, opens, seals }: Copying,
  path: string,
  part: keyof typeof KINDS | 'session-secret',
): Promise<void> {
  const kind: FileKind = part === 'session-secret' ? part : KINDS[part];
  const name = (path.split('/').at(-1) ?? path).replace(/\.json$/, '');
  const plain = opens.open(kind, name, await readFile(join(from, path)));
  if (HASH.test(name) && hashOf(plain) !== name) throw new Error(`${path} is damaged: it is not what its name says`);
  await write(join(to, path), seals.seal(kind, name, plain));
  const back = seals.open(kind, name, await readFile(join(to, path)));
  if (hashOf(back) !== hashOf(plain)) throw new Error(`the copy of ${path} differs`);
}

async function copyLines({ from, to, opens, seals }: Copying, path: string): Promise<void> {
  const lines = (await readFile(join(from, path), 'utf8')).split('\n');
  // Half a line that a power cut left was never answered, and opens nowhere.
  const opened = lines.flatMap((line) => (line === '' ? [] : (openedOrNull(opens, line) ?? [])));
  await write(join(to, path), Buffer.from(opened.map((line) => `${sealLine(seals, line)}\n`).join('')));
  const back = (await readFile(join(to, path), 'utf8')).split('\n').filter((line) => line !== '');
  const same = back.length === opened.length && back.every((line, index) => openLine(seals, line) === opened[index]);
  if (!same) throw new Error(`the copy of ${path} differs`);
}

function openedOrNull(opens: AtRest, line: string): string | null {
  try {
    return openLine(opens, line);
  } catch {
    return null;
  }
}

async function write(path: string, bytes: Uint8Array): Promise<void> {
  makeFolder(dirname(path), 0o700);
  const file = await open(path, 'wx', 0o600);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
  await flushed(dirname(path));
}

async function flushed(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
