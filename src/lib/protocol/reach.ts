import * as z from 'zod/mini';

/** Special questions about the teller, counted for the whole city and joined to nothing. */
export const ReachResponseSchema = z.object({
  questions: z.array(
    z.object({
      id: z.string(),
      /** The counts are about the first so many stories that were asked; null while they are too few. */
      asked: z.nullable(z.int()),
      /** To the nearest 5; null: too few to tell. */
      options: z.array(z.object({ id: z.string(), stories: z.nullable(z.int()) })),
    }),
  ),
  /** Counts move with so many stories. */
  batch: z.int(),
});
export type ReachResponse = z.infer<typeof ReachResponseSchema>;
