import * as z from 'zod/mini';
import { Sha256Schema } from '../domain/identifiers';

/** Keys of texts (`wordingsOf`) with the SHA-256 of the file in which they can be heard. */
export const RecordingListSchema = z.object({ texts: z.record(z.string(), Sha256Schema) });
export type RecordingList = z.infer<typeof RecordingListSchema>;

/** Which texts of an edition can be heard, each with its recording. The stamp changes with the answer. */
export function recordingListAddress(
  programme: string,
  framework: { readonly id: string; readonly version: number },
  audience: string,
  locale: string,
  stamp: string,
): string {
  const edition = `${encodeURIComponent(framework.id)}/${framework.version}/${audience}/${encodeURIComponent(locale)}`;
  return `/api/v1/recordings/${programme}/list/${edition}?stamp=${stamp}`;
}

/** One recording, for ever the same. */
export function recordingAddress(programme: string, hash: string): string {
  return `/api/v1/recordings/${programme}/${hash}`;
}
