import { createReadStream } from 'node:fs';
import { Readable, type Transform } from 'node:stream';
import { keyFor, type Purpose } from './derive-key';
import { plainSize, readSealed, seal, unseal } from './sealed-file';
import { unfinishedCipher } from './unfinished-cipher';

/** The files that lie sealed where there is a key. */
export type FileKind = Exclude<Purpose, 'mark' | 'database' | 'unfinished'>;

/** How what is kept lies in the data folder: as it is, or sealed by the key of `SHEAF_KEY_FILE`. */
export interface AtRest {
  readonly sealed: boolean;
  /** For the embedded database, as hex; null = it lies as it is. */
  readonly databaseKey: string | null;
  seal(kind: FileKind, name: string, plain: Uint8Array): Uint8Array;
  /** @throws where the bytes were changed, cut off, renamed or sealed with another key */
  open(kind: FileKind, name: string, lying: Uint8Array): Uint8Array;
  /** Bytes of what lies in a file of this many bytes; null where nothing of ours has that many. */
  sizeOf(lying: number): number | null;
  /** The bytes of a file from `first` to `last`, both inclusive. */
  read(kind: FileKind, name: string, path: string, first: number, last: number): Readable;
  /** What the bytes of an upload go through on their way to the disk, from a place in it on; null = nothing. */
  sealUnfinished(id: string, offset: number): Transform | null;
  openUnfinished(id: string, lying: Uint8Array): Uint8Array;
}

export const PLAIN: AtRest = {
  sealed: false,
  databaseKey: null,
  seal: (_kind, _name, plain) => plain,
  open: (_kind, _name, lying) => lying,
  sizeOf: (lying) => lying,
  read: (_kind, _name, path, first, last) => createReadStream(path, { start: first, end: last }),
  sealUnfinished: () => null,
  openUnfinished: (_id, lying) => lying,
};

/** @param masterKey 32 bytes */
export function sealedAtRest(masterKey: Uint8Array): AtRest {
  const keys: Record<FileKind, Uint8Array> = {
    media: keyFor('media', masterKey),
    recording: keyFor('recording', masterKey),
    'programme-key': keyFor('programme-key', masterKey),
    'session-secret': keyFor('session-secret', masterKey),
    journal: keyFor('journal', masterKey),
  };
  const unfinished = keyFor('unfinished', masterKey);
  return {
    sealed: true,
    databaseKey: Buffer.from(keyFor('database', masterKey)).toString('hex'),
    seal: (kind, name, plain) => seal(keys[kind], name, plain),
    open: (kind, name, lying) => unseal(keys[kind], name, lying),
    sizeOf: plainSize,
    read: (kind, name, path, first, last) => Readable.from(readSealed(keys[kind], name, path, first, last)),
    sealUnfinished: (id, offset) => unfinishedCipher(unfinished, id, offset),
    openUnfinished: (id, lying) => unfinishedCipher(unfinished, id, 0).update(lying),
  };
}
