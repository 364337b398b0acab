import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { extract, pack } from 'tar-stream';

/** Hashes of all parts of an archive in one: over each part's name and SHA-256, in order. */
export class PartsHash {
  readonly #hash = createHash('sha256');
  #parts = 0;

  add(name: string, sha256: string): void {
    this.#hash.update(`${name}\n${sha256}\n`);
    this.#parts += 1;
  }

  /** Of what was added so far. */
  get value(): { parts: number; sha256: string } {
    return { parts: this.#parts, sha256: this.#hash.copy().digest('hex') };
  }
}

export interface ArchiveWriter {
  readonly hash: PartsHash;
  /** Resolves when the part has been taken, so that no more than one waits in memory. */
  readonly add: (name: string, bytes: Uint8Array) => Promise<void>;
}

/** A tar file (POSIX ustar) as it is being written. */
export function writeArchive(write: (archive: ArchiveWriter) => Promise<void>): AsyncIterable<Uint8Array> {
  const tar = pack();
  const hash = new PartsHash();
  const add = (name: string, bytes: Uint8Array) =>
    new Promise<void>((resolve, reject) => {
      hash.add(name, createHash('sha256').update(bytes).digest('hex'));
      const header = { name, size: bytes.length, mode: 0o600, mtime: new Date(0) };
      tar.entry(header, Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), (error) => {
        if (error) reject(error);
        else resolve();
      });
    });
  write({ hash, add }).then(
    () => tar.finalize(),
    (error: unknown) => tar.destroy(error instanceof Error ? error : new Error('the archive was not written')),
  );
  return tar as AsyncIterable<Uint8Array>; // its types say `unknown`; what was added is bytes
}

export interface Part {
  readonly name: string;
  readonly bytes: Buffer;
}

/** Larger than any page of rows and any file of a story: a broken length must not fill the memory. */
const MOST_BYTES = 512 * 1024 ** 2;

/** The parts of a tar file, one after the other. @throws when it is none, or was cut off */
export async function* readArchive(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Part> {
  const tar = extract();
  const source = Readable.from(bytes, { objectMode: false });
  source.on('error', (error) => tar.destroy(error));
  source.pipe(tar);
  try {
    for await (const entry of tar) {
      if ((entry.header.size ?? 0) > MOST_BYTES) throw new RangeError('a part of the archive is too large');
      const chunks: Uint8Array[] = [];
      for await (const chunk of entry as AsyncIterable<Uint8Array>) chunks.push(chunk);
      yield { name: entry.header.name, bytes: Buffer.concat(chunks) };
    }
  } finally {
    source.destroy();
    tar.destroy();
  }
}
