import * as z from 'zod/mini';
import { Sha256Schema, UuidSchema } from '../domain/identifiers';
import { SentHelpSchema } from '../domain/story/draft';
import { StorySchema } from '../domain/story/story';

/** Limits of one push message, after inflating. */
export const MAX_BATCH_STORIES = 50;
export const MAX_BATCH_BYTES = 256 * 1024;

/** One finished story as it waits in the outbox and travels. */
export const PushItemSchema = z.strictObject({
  id: UuidSchema,
  /** SHA-256 of the story's canonical JSON: the server computes it again and refuses a difference. */
  hash: Sha256Schema,
  /** `receiptKey` of the four words; null where no receipt was made (imports). */
  receipt: z.nullable(Sha256Schema),
  /** How to reach somebody who wants help; kept apart from the story, for the safeguarding role alone. */
  help: z.nullable(SentHelpSchema),
  story: StorySchema,
});
export type PushItem = z.infer<typeof PushItemSchema>;

/** Items are parsed one by one on the server, so that one bad story never blocks another (DESIGN invariant 3). */
export const PushRequestSchema = z.object({
  protocol: z.int(),
  device: z.object({
    /** Random, made once on the device, says nothing about its holder. */
    id: UuidSchema,
    /** Stories this device holds that the server has not yet acknowledged, this batch included. */
    waiting: z.int().check(z.gte(0)),
  }),
  items: z.array(z.unknown()).check(z.minLength(1), z.maxLength(MAX_BATCH_STORIES)),
});
export type PushRequest = z.infer<typeof PushRequestSchema>;

export const REFUSAL_KINDS = [
  'not_understood',
  'hash_differs',
  'other_content',
  'wrong_programme',
  'no_consent',
  'withdrawn',
  'limit_reached',
  'too_large',
] as const;

export const OutcomeSchema = z.discriminatedUnion('outcome', [
  z.object({ id: z.string(), outcome: z.literal('stored') }),
  z.object({ id: z.string(), outcome: z.literal('already') }),
  z.object({
    id: z.string(),
    outcome: z.literal('refused'),
    reason: z.object({ kind: z.enum(REFUSAL_KINDS), message: z.string() }),
  }),
]);
export type Outcome = z.infer<typeof OutcomeSchema>;
export type RefusalKind = (typeof REFUSAL_KINDS)[number];

/** Only this, parsed, counts as an acknowledgement: captive portals answer 200 with a page. One outcome per item, in order. */
export const PushResponseSchema = z.object({
  protocol: z.int(),
  /** Changes when the server was restored from a backup; devices then offer again what they hold. */
  epoch: z.string(),
  outcomes: z.array(OutcomeSchema),
});
export type PushResponse = z.infer<typeof PushResponseSchema>;
