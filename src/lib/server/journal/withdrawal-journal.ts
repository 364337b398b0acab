import { open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { Sha256Schema, SlugSchema, UuidSchema } from '../../domain/identifiers';
import { PLAIN, type AtRest } from '../at-rest/at-rest';
import { makeFolder } from '../make-folder';
import type { ErasedWhy } from '../store/port';
import { openLine, sealLine } from './journal-line';

export const ErasedWhySchema = z.enum(['retention', 'closure']);
const shared = { programme: SlugSchema, at: z.iso.datetime().transform((text) => new Date(text)) };
/** A line of an older Sheaf is the first; one that does not know the second leaves it out. */
export const JournalEntrySchema = z.union([
  z.object({ ...shared, receipt: Sha256Schema }),
  z.object({ ...shared, story: UuidSchema, why: ErasedWhySchema }),
]);

/** A story that its teller took back. */
export interface WithdrawalEntry {
  readonly programme: string;
  readonly receipt: string;
  readonly at: Date;
}

/** A story that was erased by its number: it may have no receipt. */
export interface ErasureEntry {
  readonly programme: string;
  readonly story: string;
  readonly why: ErasedWhy;
  readonly at: Date;
}
export type JournalEntry = WithdrawalEntry | ErasureEntry;

/**
 * Every withdrawal and erasure, in a file beside the database that no restore rolls back: a database put back from a copy
 * is told again what went since (DESIGN invariant 12). It names nobody.
 */
export interface WithdrawalJournal {
  /** Resolves when a line for each is on the disk. */
  append(...entries: JournalEntry[]): Promise<void>;
  /** Every entry, oldest first. A line cut off by a power failure was never answered: it is counted and left out. */
  read(): Promise<{ entries: JournalEntry[]; unreadable: number }>;
}

/** `<data>/journal/withdrawals.ndjson`: one JSON line each. Made when the first entry is written. */
export function openWithdrawalJournal(data: string, atRest: AtRest = PLAIN): WithdrawalJournal {
  const folder = join(data, 'journal');
  const file = join(folder, 'withdrawals.ndjson');
  let last: Promise<void> = Promise.resolve();
  return {
    append(...entries) {
      const lines = entries.map((entry) => sealLine(atRest, JSON.stringify(entry))).join('\n');
      // One at a time. One that failed keeps no later one from being written.
      last = last.then(
        () => write(folder, file, lines),
        () => write(folder, file, lines),
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

/** They begin with a line break, so that the first never joins one that was cut off before it. */
async function write(folder: string, file: string, lines: string): Promise<void> {
  makeFolder(folder, 0o700);
  const handle = await open(file, 'a', 0o600);
  try {
    await handle.appendFile(`\n${lines}\n`);
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

function entryOf(atRest: AtRest, line: string): JournalEntry | null {
  try {
    const parsed = JournalEntrySchema.safeParse(JSON.parse(openLine(atRest, line)));
    return parsed.success ? parsed.data : null;
  } catch {
    return null; // half a line
  }
}
