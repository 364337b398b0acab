import type { Readable } from 'node:stream';

/** Where the bytes of files lie, by hash: a folder here, an S3-compatible store past one machine. */
export interface MediaFiles {
  /** Keeps bytes under their hash, for good: resolves once they survive a power cut. Idempotent. */
  keep(sha256: string, bytes: Uint8Array): Promise<void>;
  /** Bytes of the file; null when it is not here. */
  size(sha256: string): Promise<number | null>;
  /** @param last the last byte that is read, inclusive */
  read(sha256: string, first: number, last: number): Readable;
  /** Nothing happens where it is gone already. */
  remove(sha256: string): Promise<void>;
  /** Hashes of all files last written before then. */
  olderThan(before: Date): AsyncIterable<string>;
}
