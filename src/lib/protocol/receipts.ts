import * as z from 'zod/mini';
import { Sha256Schema } from '../domain/identifiers';
import { SharingSchema } from '../domain/story/sharing';

/**
 * POST /api/v1/receipts/*: what whoever holds a collector's code and four words may do. The words stay on the device,
 * which sends their slow key (`receiptKey`); nothing of both is ever in an address.
 */
export const ReceiptRequestSchema = z.strictObject({
  /** As it was typed. */
  code: z.string().check(z.maxLength(40)),
  receipt: Sha256Schema,
});
export type ReceiptRequest = z.infer<typeof ReceiptRequestSchema>;

/** POST /api/v1/receipts/sharing. Never raises: a wish for more leaves the sharing as it is. */
export const LowerSharingRequestSchema = z.strictObject({ ...ReceiptRequestSchema.shape, sharing: SharingSchema });
export type LowerSharingRequest = z.infer<typeof LowerSharingRequestSchema>;

/**
 * What a receipt shows: never words, a title, a number of the story or what a reader made of it. `story` is null alike for
 * an unknown code, unknown words, a story that has not arrived and one that was taken back.
 */
export const ReceiptResponseSchema = z.object({
  story: z.nullable(
    z.object({
      /** The day it arrived at the server, in UTC; nothing finer. */
      arrived: z.iso.date(),
      /** Somebody has read it as it is now. */
      read: z.boolean(),
      sharing: SharingSchema,
    }),
  ),
});
export type ReceiptResponse = z.infer<typeof ReceiptResponseSchema>;

/** POST /api/v1/receipts/withdraw: the same for whatever the receipt does or does not find. */
export const WithdrawResponseSchema = z.object({ withdrawn: z.literal(true) });
export type WithdrawResponse = z.infer<typeof WithdrawResponseSchema>;
