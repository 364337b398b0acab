import * as z from 'zod/mini';
import { Sha256Schema, UuidSchema } from '../domain/identifiers';
import { CollectorCodeSchema } from '../domain/programme/collector';
import { MediaRefSchema } from '../domain/story/media-ref';
import { RefusalSchema } from './rows';

/**
 * `made`: belongs to a draft. `waiting`: its story is finished, and it has not arrived. `stored`: the server has verified
 * its hash. `refused`: the server said no, with a reason; the file stays here.
 */
export const FileStateSchema = z.enum(['made', 'waiting', 'stored', 'refused']);

/** One file of one draft or story. The same bytes in two stories are two rows, and lie in `mediaBytes` once. */
export const FileRowSchema = z.object({
  ...MediaRefSchema.shape,
  /** The draft's id, which is the story's once it is finished. */
  story: UuidSchema,
  state: FileStateSchema,
  /** Null while it belongs to a draft, as are `sequence` and the meaning of `shared`. */
  collector: z.nullable(CollectorCodeSchema),
  /** Its story's number: files leave in the order of their stories. */
  sequence: z.nullable(z.int()),
  /** Others use this device, or no copy is to stay: the bytes go as soon as the server has verified them. */
  shared: z.boolean(),
  /** Device clock; only tells a file whose draft is just being saved from one whose draft is gone. */
  madeAt: z.number(),
  /** How often the server broke on it; such files go last. */
  faults: z.int(),
  refusal: z.nullable(RefusalSchema),
  /** Where an upload that was begun goes on. */
  uploadUrl: z.nullable(z.string()),
  /** As in the outbox: the server's epoch while the bytes are still here, null before and after. */
  epoch: z.nullable(z.string()),
  /** The server's own clock when it was stored, in ms since 1970. */
  storedAt: z.nullable(z.number()),
});
export type FileRow = z.infer<typeof FileRowSchema>;

/** An ArrayBuffer and no Blob: WebKit loses Blobs in IndexedDB. */
const BytesSchema = z.custom<ArrayBuffer>(
  (value) => Object.prototype.toString.call(value) === '[object ArrayBuffer]', // also one of another realm
);

export const BytesRowSchema = z.object({ sha256: Sha256Schema, mime: z.string(), bytes: BytesSchema });
export type BytesRow = z.infer<typeof BytesRowSchema>;

/** A part of a recording under way. */
export const PartRowSchema = z.object({
  draft: UuidSchema,
  index: z.int().check(z.gte(0)),
  mime: z.string(),
  bytes: BytesSchema,
  madeAt: z.number(),
});
export type PartRow = z.infer<typeof PartRowSchema>;
