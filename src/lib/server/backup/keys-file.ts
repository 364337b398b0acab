import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import type { Kysely } from 'kysely';
import * as z from 'zod';
import { JournalEntrySchema, type JournalEntry } from '../journal/withdrawal-journal';
import type { Tables } from '../store/sql/tables';
import { pagesOf } from '../store/transfer/read-tables';
import { shapeNamed } from '../store/transfer/tables';
import type { Header } from './manifest';

const KeySchema = z.string().regex(/^[0-9a-f]{64}$/);
const LineSchema = z.union([
  z.object({ format: z.literal('sheaf-keys-1'), installation: z.uuid(), number: z.int() }),
  z.object({ story: z.string(), programme: z.string(), key: KeySchema }),
  z.object({ file: z.string(), programme: z.string(), key: KeySchema }),
  z.object({ withdrawal: JournalEntrySchema }),
  z.object({ end: z.int() }),
]);

/** Every key there is now, and every withdrawal: what of older backups can still be read, and what must not come back. */
export interface BackupKeys {
  readonly installation: string;
  readonly number: number;
  readonly stories: ReadonlyMap<string, string>;
  readonly files: ReadonlyMap<string, string>;
  readonly withdrawals: readonly JournalEntry[];
}

/** One JSON line each; the last says how many there are. */
export async function* keyLines(
  db: Kysely<Tables>,
  { installation, number }: Pick<Header, 'installation' | 'number'>,
  withdrawals: readonly JournalEntry[],
): AsyncGenerator<Uint8Array> {
  let lines = 1;
  yield utf8([{ format: 'sheaf-keys-1', installation, number }]);
  for (const { table, id, as } of KEYED) {
    const shape = shapeNamed(table);
    const columns = Object.fromEntries(
      ['programme_id', id, 'content_key', ...shape.key].map((c) => [c, shape.columns[c] ?? 'text']),
    );
    for await (const rows of pagesOf(db, { ...shape, columns })) {
      lines += rows.length;
      yield utf8(rows.map((row) => ({ [as]: row[id], programme: row['programme_id'], key: row['content_key'] })));
    }
  }
  yield utf8(withdrawals.map((withdrawal) => ({ withdrawal })));
  lines += withdrawals.length;
  yield utf8([{ end: lines }]);
}

const KEYED = [
  { table: 'stories', id: 'id', as: 'story' },
  { table: 'media', id: 'sha256', as: 'file' },
];

/** @throws when it is no file of keys, or was cut off */
export async function readKeys(bytes: AsyncIterable<Uint8Array>): Promise<BackupKeys> {
  const stories = new Map<string, string>();
  const files = new Map<string, string>();
  const withdrawals: JournalEntry[] = [];
  let head: Pick<Header, 'installation' | 'number'> | null = null;
  let lines = 0;
  let end: number | null = null;
  for await (const text of createInterface({
    input: Readable.from(bytes, { objectMode: false }),
    crlfDelay: Infinity,
  })) {
    const line = LineSchema.parse(JSON.parse(text));
    if ('end' in line) end = line.end;
    else lines += 1;
    if ('format' in line) head = line;
    else if ('story' in line) stories.set(`${line.programme} ${line.story}`, line.key);
    else if ('file' in line) files.set(`${line.programme} ${line.file}`, line.key);
    else if ('withdrawal' in line) withdrawals.push(line.withdrawal);
  }
  if (head === null || end !== lines) throw new Error('the file of keys is not whole');
  return { ...head, stories, files, withdrawals };
}

function utf8(lines: readonly unknown[]): Uint8Array {
  return Buffer.from(lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
}
