import * as z from 'zod/mini';

/** Which history of the database answers: another one after a restore. */
export const EpochAnswerSchema = z.object({ epoch: z.string() });
export type EpochAnswer = z.infer<typeof EpochAnswerSchema>;
