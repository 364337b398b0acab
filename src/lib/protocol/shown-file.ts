import * as z from 'zod/mini';
import { MediaRefSchema } from '../domain/story/media-ref';

const named = MediaRefSchema.shape;

/** A file of a story as a reader meets it. `here`: it has arrived; the bytes have an address of their own. */
export const ShownFileSchema = z.object({
  sha256: named.sha256,
  kind: named.kind,
  seconds: named.seconds,
  here: z.boolean(),
});
export type ShownFile = z.infer<typeof ShownFileSchema>;
