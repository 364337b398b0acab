import { UploadMetadataSchema } from '../../protocol/media';
import type { Services } from '../services';
import { refusedFile, takenFile, uploadProblem, type Answered } from './file-answers';
import { lookAtFile } from './look-at-file';
import { oneByOne } from './one-by-one';
import type { MediaFiles } from './port';
import { someAtOnce } from './some-at-once';

/** Files that are in memory to be looked at, each up to 8 MB and some copies of parts of it. */
const inMemory = someAtOnce(4);

/** An upload whose last byte has arrived. */
export interface WholeUpload {
  /** Its bytes as they lie on the disk. */
  readonly read: () => Promise<Uint8Array>;
  readonly metadata: unknown;
  readonly programme: string;
  readonly collector: string;
}

/**
 * Looks at the bytes that lie on the disk, keeps them in their place and notes them: in this order, so that whatever is
 * noted is there. A crash in between leaves bytes without a note, which the same upload or the tidying meets.
 */
export async function takeFile(
  { store, now }: Pick<Services, 'store' | 'now'>,
  files: MediaFiles,
  { read, metadata, programme, collector }: WholeUpload,
): Promise<Answered> {
  const announced = UploadMetadataSchema.safeParse(metadata);
  if (!announced.success) return uploadProblem('bad_request');
  const { sha256, kind, mime } = announced.data;
  const epoch = await store.epoch();
  const { bytes, looked } = await inMemory(async () => {
    const whole = await read();
    return { bytes: whole, looked: await lookAtFile(whole, announced.data) };
  });
  if (looked.kind === 'refused') return refusedFile(epoch, sha256, looked.refusal);
  return oneByOne(sha256, async () => {
    await files.keep(sha256, bytes);
    const file = { programme, sha256, kind, mime, bytes: bytes.length, collector, receivedAt: now() };
    const added = await store.addMedia(file);
    return takenFile(epoch, sha256, added === 'added' ? 'stored' : 'already');
  });
}
