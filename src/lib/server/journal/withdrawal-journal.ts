import { open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { Sha256Schema, SlugSchema } from '../../domain/identifiers';
import { PLAIN, type AtRest } from '../at-rest/at-rest';
import { makeFolder } from '../make-folder';
import { openLine, sealLine } from './journal-line';

const EntrySchema = z.object({
  programme: SlugSchema,
  receipt: Sha256Schema,
  at: z.iso.datetime().transform((text) => new Date(text)),
});
export interface WithdrawalEntry {
  readonly programme: string;
  readonly receipt: string;
  readonly at: Date;
}

/**
 * Every withdrawal, in a file beside the database that no restore rolls back: a database put back from a copy is told
 * again what was taken back since (DESIGN invariant 12). It names no story and nobody.
 */
export interface WithdrawalJournal {
  /** Resolves when the line is on the disk. */
  append(entry: WithdrawalEntry): Promise<void>;
  /** Every entry, oldest first. A line cut off by a power failure was never answered: it is counted and left out. */
  read(): Promise<{ entries: WithdrawalEntry[]; unreadable: number }>;
}

/** `<data>/journal/withdrawals.ndjson`: one JSON line each. Made when the first entry is written. */
export function openWithdrawalJournal(data: string, atRest: AtRest = PLAIN): WithdrawalJournal {
  const folder = join(data, 'journal');
  const file = join(folder, 'withdrawals.ndjson');
  let last: Promise<void> = Promise.resolve();
  return {
    append(entry) {
      const line = sealLine(atRest, JSON.stringify(entry));
      // One at a time. One that failed keeps no later one from being written.
      last = last.then(
        () => write(folder, file, line),
        () => write(folder, file, line),
      );
      return last;
    },
    async read() {
      const lines = (await textOf(file)).split('\n').filter((line) => line !== '');
      const entries = lines.flatMap((line) => entryOf(atRest, line) ?? []);
      return { entries, unreadable: lines.length - entries.length };
    },
  };
}

/** The line begins with its line break, so that it never joins one that was cut off before it. */
async function write(folder: string, file: string, line: string): Promise<void> {
  makeFolder(folder, 0o700);
  const handle = await open(file, 'a', 0o600);
  try {
    await handle.appendFile(`\n${line}\n`);
    await handle.sync();
  } finally {
    await handle.close();
  }
  // A new file is only safe once its folder is: fsync(2).
  const directory = await open(folder, 'r');
  try {
    await directory.sync();
  } finally {
    await directory.close();
  }
}

async function textOf(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return '';
    throw error;
  }
}

function entryOf(atRest: AtRest, line: string): WithdrawalEntry | null {
  try {
    const parsed = EntrySchema.safeParse(JSON.parse(openLine(atRest, line)));
    return parsed.success ? parsed.data : null;
  } catch {
    return null; // half a line
  }
}
