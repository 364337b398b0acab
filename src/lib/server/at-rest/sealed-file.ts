import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { open, type FileHandle } from 'node:fs/promises';
import { keyOfFile } from './derive-key';

/**
 * A file as it lies sealed: whole chunks of 64 KiB and a last one that may be shorter, each by AES-256-GCM under a key of
 * this file alone, so that a part can be read without the rest (the STREAM construction, Hoang and others 2015).
 *
 * ```
 *  SHEAF 0 0 1 │ salt (24) │ chunk 0 │ tag (16) │ chunk 1 │ tag │ ... │ last chunk │ tag
 *  nonce of a chunk: seven zeros │ its number (4) │ 1 if it is the last, else 0
 * ```
 *
 * The number and the mark of the last are what a chunk is opened with: moved, left out or cut off, it does not open. The
 * name is part of the file's key: a file laid in another's place does not open either.
 */
const MAGIC = Uint8Array.of(0x53, 0x48, 0x45, 0x41, 0x46, 0, 0, 1);
const SALT_BYTES = 24;
const HEADER_BYTES = MAGIC.length + SALT_BYTES;
const TAG_BYTES = 16;
export const CHUNK_BYTES = 64 * 1024;
const LYING_BYTES = CHUNK_BYTES + TAG_BYTES;

export function seal(purposeKey: Uint8Array, name: string, plain: Uint8Array): Uint8Array {
  const salt = randomBytes(SALT_BYTES);
  const key = keyOfFile(purposeKey, salt, name);
  const last = lastChunk(plain.length);
  const parts: Uint8Array[] = [MAGIC, salt];
  for (let chunk = 0; chunk <= last; chunk += 1) {
    const cipher = createCipheriv('aes-256-gcm', key, nonceOf(chunk, chunk === last));
    parts.push(cipher.update(plain.subarray(chunk * CHUNK_BYTES, (chunk + 1) * CHUNK_BYTES)));
    parts.push(cipher.final(), cipher.getAuthTag());
  }
  return Buffer.concat(parts);
}

/** @throws where it was changed, cut off, renamed or sealed with another key */
export function unseal(purposeKey: Uint8Array, name: string, lying: Uint8Array): Uint8Array {
  const size = plainSize(lying.length);
  if (size === null) throw broken(name);
  const key = keyOfHeader(purposeKey, name, lying.subarray(0, HEADER_BYTES));
  const last = lastChunk(size);
  const parts: Uint8Array[] = [];
  for (let chunk = 0; chunk <= last; chunk += 1) {
    const start = HEADER_BYTES + chunk * LYING_BYTES;
    parts.push(openChunk(key, name, chunk, chunk === last, lying.subarray(start, start + LYING_BYTES)));
  }
  return Buffer.concat(parts);
}

/** Bytes of what is sealed in a file of this many bytes; null where no sealed file has that many. */
export function plainSize(lying: number): number | null {
  const chunks = Math.ceil((lying - HEADER_BYTES) / LYING_BYTES);
  const size = lying - HEADER_BYTES - chunks * TAG_BYTES;
  // Only an empty file has an empty chunk.
  return chunks < 1 || size < (chunks - 1) * CHUNK_BYTES + (chunks > 1 ? 1 : 0) ? null : size;
}

/**
 * The bytes from `first` to `last`, both inclusive, chunk by chunk. The file's last chunk is looked at too, whatever is
 * asked for: the size that was told of a file that somebody cut off would be wrong.
 * @throws as `unseal`, at the first chunk that does not open
 */
export async function* readSealed(
  purposeKey: Uint8Array,
  name: string,
  path: string,
  first: number,
  last: number,
): AsyncGenerator<Uint8Array> {
  const file = await open(path, 'r');
  try {
    const size = plainSize((await file.stat()).size);
    if (size === null) throw broken(name);
    const key = keyOfHeader(purposeKey, name, await bytesAt(file, 0, HEADER_BYTES));
    const final = lastChunk(size);
    const chunkOf = async (chunk: number) =>
      openChunk(
        key,
        name,
        chunk,
        chunk === final,
        await bytesAt(file, HEADER_BYTES + chunk * LYING_BYTES, LYING_BYTES),
      );
    const to = Math.min(Math.floor(last / CHUNK_BYTES), final);
    if (to < final) await chunkOf(final);
    for (let chunk = Math.floor(first / CHUNK_BYTES); chunk <= to; chunk += 1) {
      const start = chunk * CHUNK_BYTES;
      yield (await chunkOf(chunk)).subarray(Math.max(first - start, 0), last - start + 1);
    }
  } finally {
    await file.close();
  }
}

/** Fewer bytes where the file ends. */
async function bytesAt(file: FileHandle, position: number, length: number): Promise<Uint8Array> {
  const { buffer, bytesRead } = await file.read(new Uint8Array(length), 0, length, position);
  return buffer.subarray(0, bytesRead);
}

function lastChunk(size: number): number {
  return Math.max(0, Math.ceil(size / CHUNK_BYTES) - 1);
}

function nonceOf(chunk: number, last: boolean): Uint8Array {
  const nonce = new Uint8Array(12);
  new DataView(nonce.buffer).setUint32(7, chunk);
  nonce[11] = last ? 1 : 0;
  return nonce;
}

function keyOfHeader(purposeKey: Uint8Array, name: string, header: Uint8Array): Uint8Array {
  if (header.length < HEADER_BYTES || MAGIC.some((byte, index) => header[index] !== byte)) throw broken(name);
  return keyOfFile(purposeKey, header.subarray(MAGIC.length), name);
}

function openChunk(key: Uint8Array, name: string, chunk: number, last: boolean, lying: Uint8Array): Uint8Array {
  if (lying.length < TAG_BYTES) throw broken(name);
  const decipher = createDecipheriv('aes-256-gcm', key, nonceOf(chunk, last));
  decipher.setAuthTag(lying.subarray(-TAG_BYTES));
  const opened = decipher.update(lying.subarray(0, -TAG_BYTES));
  try {
    decipher.final();
  } catch (error) {
    throw broken(name, error);
  }
  return opened;
}

function broken(name: string, cause?: unknown): Error {
  return new Error(`${name} does not open: it was changed or cut off, or sealed with another key`, { cause });
}
