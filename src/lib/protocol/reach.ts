import * as z from 'zod/mini';

/** Special questions about the teller, counted for the whole city and joined to nothing. */
export const ReachResponseSchema = z.object({
  questions: z.array(
    z.object({
      id: z.string(),
      /** Stories whose teller was asked, to the nearest 5; null while they are too few. */
      asked: z.nullable(z.int()),
      /** To the nearest 5; null: too few to tell. */
      options: z.array(z.object({ id: z.string(), stories: z.nullable(z.int()) })),
    }),
  ),
  /** Fewest stories behind a count. */
  k: z.int(),
});
export type ReachResponse = z.infer<typeof ReachResponseSchema>;
