import * as z from 'zod/mini';
import { AudienceSchema } from '../domain/audience';
import { Sha256Schema, UuidSchema } from '../domain/identifiers';
import { CollectorCodeSchema } from '../domain/programme/collector';
import { DraftSchema } from '../domain/story/draft';
import { RECEIPT_WORD_COUNT } from '../domain/story/receipt';

/** What the tables hold. Written by us, parsed when read all the same: an older or newer Sheaf may have written it. */

export const DraftRowSchema = z.object({
  id: UuidSchema,
  collector: CollectorCodeSchema,
  /** Device clock; newest first in lists, never relied on. */
  savedAt: z.number(),
  draft: DraftSchema,
});
export type DraftRow = z.infer<typeof DraftRowSchema>;

/**
 * `waiting`: on this device. `sending`: in the batch under way; a pass that finds one left over takes it for waiting.
 * `stored`: the server has it for good. `refused`: the server said no, with a reason; the story stays here, visible.
 */
export const OutboxStateSchema = z.enum(['waiting', 'sending', 'stored', 'refused']);
export type OutboxState = z.infer<typeof OutboxStateSchema>;

/** A reason a person can read. The kind is open: a newer server may refuse for reasons this version does not know. */
export const RefusalSchema = z.object({ kind: z.string(), message: z.string() });
export type Refusal = z.infer<typeof RefusalSchema>;

/**
 * The envelope of a finished story. The story itself lies in `bodies`, serialised once, so that a list of thousands
 * reads no story text and what is sent has exactly the bytes that were hashed.
 */
export const OutboxRowSchema = z.object({
  id: UuidSchema,
  collector: CollectorCodeSchema,
  /** Counts up on the device: the order of sending. */
  sequence: z.int().check(z.gte(1)),
  state: OutboxStateSchema,
  hash: Sha256Schema,
  /** Length of the body in UTF-8 bytes. */
  bytes: z.int(),
  /** Told on a device that others use, or to leave no copy here: the body is deleted as soon as the server has it. */
  shared: z.boolean(),
  /** Device clock when finished, in ms since 1970; shown, never relied on. */
  finishedAt: z.number(),
  /** How often the server broke on it while it travelled alone; such stories go last. */
  faults: z.int(),
  refusal: z.nullable(RefusalSchema),
  /**
   * The server's epoch that stored it, while the body is still here: after a restore the server has another, and the
   * story is offered again. Null before it is stored and once the body is dropped (null is in no index).
   */
  epoch: z.nullable(z.string()),
  /** The server's own clock when it was stored, in ms since 1970; null when the server did not say. */
  storedAt: z.nullable(z.number()),
  /** Which revision of the story waits here; left out = the first. */
  revision: z.optional(z.int()),
  /** Its link was closed when it was last offered: it waits, and nobody should wait for it. Left out = not so. */
  linkClosed: z.optional(z.boolean()),
  /** `false`: these words never left the device, nor any earlier ones of this story. Left out = nobody knows. */
  offered: z.optional(z.boolean()),
});
export type OutboxRow = z.infer<typeof OutboxRowSchema>;

/** The serialised PushItem; not parsed here: the server judges each story by itself. */
export const BodyRowSchema = z.object({ id: UuidSchema, json: z.string() });
export type BodyRow = z.infer<typeof BodyRowSchema>;

export const ReceiptRowSchema = z.object({
  /** The story's id. */
  id: UuidSchema,
  collector: CollectorCodeSchema,
  /** Null on a shared device: the words went with the teller's card. */
  words: z.nullable(z.array(z.string()).check(z.length(RECEIPT_WORD_COUNT))),
  hash: Sha256Schema,
  sequence: z.int(),
  /** Device clock when it was first finished; a change leaves it as it is. */
  finishedAt: z.number(),
  /** Left out where it is not known: then treated like a child's. */
  audience: z.optional(AudienceSchema),
});
export type ReceiptRow = z.infer<typeof ReceiptRowSchema>;

/** What a teller wishes for a story on their own device; a story without such a row has no wish. */
export const OwnRowSchema = z.object({
  /** The story's id. */
  id: UuidSchema,
  /** Whether it stands in My stories; null = not said. */
  shown: z.nullable(z.boolean()),
  /** The words as they were told, if they are to stay here: a PushItem as JSON text. */
  item: z.nullable(z.string()),
});
export type OwnRow = z.infer<typeof OwnRowSchema>;

/** A story taken back on this device. Its number, so that nothing sends it again; nothing of what it told. */
export const WithdrawalRowSchema = z.object({
  /** The story's id. */
  id: UuidSchema,
  collector: CollectorCodeSchema,
  /** `waiting`: the server has not heard of it yet. `done`: it has, or the story never left this device. */
  state: z.enum(['waiting', 'done']),
  /** `receiptKey` of the four words; null where the server need not hear of it. */
  receipt: z.nullable(Sha256Schema),
  sequence: z.int(),
  finishedAt: z.number(),
  /** It is to be seen in My stories. */
  shown: z.boolean(),
});
export type WithdrawalRow = z.infer<typeof WithdrawalRowSchema>;

export interface MetaRow {
  key: string;
  value: unknown;
}

export { readOne, readable } from './row-reading';
