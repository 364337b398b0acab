import * as z from 'zod/mini';
import { Sha256Schema } from '../identifiers';

/** Files of one story at most. */
export const MAX_MEDIA = 20;
/** Pictures of one strip at most. */
export const MAX_SYMBOLS = 60;

/** A voice recording, drawing or photo of the story: named by its content, carried apart from the words. */
export const MediaRefSchema = z.strictObject({
  sha256: Sha256Schema,
  kind: z.enum(['voice', 'drawing', 'photo']),
  mime: z.string().check(z.regex(/^[a-z]+\/[a-z0-9.+-]+$/)),
  bytes: z.int().check(z.gte(1)),
  seconds: z.optional(z.number()),
});
export type MediaRef = z.infer<typeof MediaRefSchema>;
