import * as z from 'zod/mini';
import { Sha256Schema } from '../domain/identifiers';
import { MediaRefSchema } from '../domain/story/media-ref';

// Files travel apart from stories by the tus protocol 1.0.0 (tus.io/protocols/resumable-upload), to `API.media`.

/** Bytes of one request at most: proxies and adapter-node take half a megabyte without being asked. */
export const MEDIA_CHUNK_BYTES = 256 * 1024;

/** What an upload says of its file, as `Upload-Metadata`; its length stands in `Upload-Length`. */
export const UploadMetadataSchema = z.object({
  sha256: Sha256Schema,
  kind: MediaRefSchema.shape.kind,
  mime: MediaRefSchema.shape.mime,
});
export type UploadMetadata = z.infer<typeof UploadMetadataSchema>;

/** Why the server does not take a file. A device may meet kinds it does not know: the schema leaves them open. */
export const FILE_REFUSALS = ['hash_differs', 'wrong_type', 'has_metadata', 'not_readable', 'too_large'] as const;
export type FileRefusal = (typeof FILE_REFUSALS)[number];

/**
 * The last word about a file: the body of the answer to its last bytes, or to the beginning of an upload that is not
 * needed any more. Only this, parsed, counts: `stored` and `already` are said after the hash was computed from the bytes
 * that lie on the server's disk.
 */
export const FileAnswerSchema = z.discriminatedUnion('outcome', [
  z.object({ protocol: z.int(), epoch: z.string(), sha256: Sha256Schema, outcome: z.literal('stored') }),
  z.object({ protocol: z.int(), epoch: z.string(), sha256: Sha256Schema, outcome: z.literal('already') }),
  z.object({
    protocol: z.int(),
    epoch: z.string(),
    sha256: Sha256Schema,
    outcome: z.literal('refused'),
    reason: z.object({ kind: z.string(), message: z.string() }),
  }),
]);
export type FileAnswer = z.infer<typeof FileAnswerSchema>;
