import * as z from 'zod/mini';
import { Sha256Schema } from '../domain/identifiers';

/** Keys of texts (`wordingsOf`) with the SHA-256 of the file in which they can be heard. */
export const RecordingListSchema = z.object({ texts: z.record(z.string(), Sha256Schema) });
export type RecordingList = z.infer<typeof RecordingListSchema>;
