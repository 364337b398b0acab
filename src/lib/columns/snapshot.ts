import * as z from 'zod/mini';
import { FrameworkRefSchema } from '../domain/framework/framework';

/**
 * A column snapshot: 8 bytes of magic, version and head length as little-endian uint32, the head as JSON, then the
 * columns as little-endian typed arrays, each beginning at a multiple of 8 bytes. Words, media, device facts and exact
 * times never ride in it (docs/decisions: the column snapshot).
 */
export const SNAPSHOT_MAGIC = 'SHEAFCOL';
export const SNAPSHOT_VERSION = 1;

export const ColumnTypeSchema = z.enum(['u8', 'u16', 'u32', 'f32']);
export type ColumnType = z.infer<typeof ColumnTypeSchema>;
export type Column = Uint8Array | Uint16Array | Uint32Array | Float32Array;

const count = z.int().check(z.gte(0));

const ColumnEntrySchema = z.object({
  name: z.string(),
  type: ColumnTypeSchema,
  /** Bytes from the beginning of the first column. */
  offset: count,
  length: count,
});
export type ColumnEntry = z.infer<typeof ColumnEntrySchema>;

const ids = z.array(z.string());

/** What the numbers of one signifier or question mean. Ids only: the words come with the framework. */
const DictionaryEntrySchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('triad'), id: z.string(), labels: ids }),
  z.object({ kind: z.literal('slider'), id: z.string(), labels: ids }),
  z.object({ kind: z.literal('stones'), id: z.string(), canvas: z.enum(['axes', 'rings']), stones: ids }),
  /** `many`: several options may be chosen; kept as bits. */
  z.object({ kind: z.literal('choice'), id: z.string(), options: ids, many: z.boolean() }),
  z.object({ kind: z.literal('text'), id: z.string() }),
  z.object({ kind: z.literal('number'), id: z.string() }),
]);
export type DictionaryEntry = z.infer<typeof DictionaryEntrySchema>;

export const SnapshotHeadSchema = z.object({
  programme: z.string(),
  framework: FrameworkRefSchema,
  rows: count,
  /** Clusters of stories for the statistics (session, else collector and week), numbered by first appearance. */
  clusters: count,
  signifiers: z.array(DictionaryEntrySchema),
  /** About the teller; special reach questions are left out. */
  questions: z.array(DictionaryEntrySchema),
  /** `areas`: the scheme's areas, then answers that are not areas (`others` of them). */
  schemes: z.array(z.object({ id: z.string(), areas: ids, others: count })),
  prompts: ids,
  locales: ids,
  columns: z.array(ColumnEntrySchema),
});
export type SnapshotHead = z.infer<typeof SnapshotHeadSchema>;

/** A decoded snapshot: the arrays are views into the bytes that came, nothing is copied. */
export interface Snapshot {
  readonly head: SnapshotHead;
  readonly rows: number;
  /** Names a mark without saying when it was made; asked for when its story is to be read. */
  readonly serial: Uint32Array;
  /** Months since January 1970 in which the server received the story. */
  readonly month: Uint16Array;
  /** 0 = words held until a reader clears them, 1 = nothing to read (dots only, or no words), 2 = readable. */
  readonly readable: Uint8Array;
  readonly cluster: Uint32Array;
  /** By name, see `column-names.ts`. */
  readonly columns: ReadonlyMap<string, Column>;
}
