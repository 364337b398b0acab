import * as z from 'zod/mini';

/** What may be done with the words of a story: only its dots counted, read by analysts, or quoted. */
export const SharingSchema = z.enum(['dots', 'read', 'quote']);
export type Sharing = z.infer<typeof SharingSchema>;
