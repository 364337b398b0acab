import * as z from 'zod/mini';
import { AudienceSchema } from '../domain/audience';
import { UuidSchema } from '../domain/identifiers';
import { SealedSchema } from '../domain/story/sealed';

/**
 * Somebody asks for help without telling a story, and so without anybody's consent to one: who they are and where, sealed
 * to the safeguarding role. Sent at once or not at all; `id` makes sending it again harmless.
 */
export const HelpCallSchema = z.strictObject({ id: UuidSchema, audience: AudienceSchema, sealed: SealedSchema });
export type HelpCall = z.infer<typeof HelpCallSchema>;

export const HelpCallResponseSchema = z.object({ id: UuidSchema, outcome: z.literal('stored') });
