import type { MediaRef } from '../domain/story/media-ref';
import type { Kept } from './kept';

/** A file as it was just made: a finished recording, a drawing, a photo that was re-encoded on this device. */
export interface MadeFile {
  readonly kind: MediaRef['kind'];
  readonly mime: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly seconds?: number;
}

/** A recording that is under way or was cut off by a crash. */
export interface CutRecording {
  readonly mime: string;
  /** All parts so far, in order. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly parts: number;
}

/**
 * The files of stories, apart from the stories. A file belongs to the draft that made it until the story is finished
 * (which makes it wait for sending, in the same transaction), and goes with the draft when that is thrown away.
 */
export interface MediaStore {
  /** Hashes and keeps a file; the same bytes again are kept once. */
  add(draftId: string, made: MadeFile): Promise<Kept<MediaRef>>;
  /** The file for playing back; null when it is not here (any more). */
  file(sha256: string): Promise<Kept<Blob | null>>;
  /** Takes a file off a draft. */
  remove(draftId: string, sha256: string): Promise<Kept<void>>;

  /** Keeps the next part of a recording under way. Parts are numbered from 0; the same number again replaces. */
  addPart(draftId: string, part: { index: number; mime: string; bytes: Uint8Array<ArrayBuffer> }): Promise<Kept<void>>;
  /** What was recorded before a crash; null when there is nothing. */
  unfinished(draftId: string): Promise<Kept<CutRecording | null>>;
  dropParts(draftId: string): Promise<Kept<void>>;
}
