import { hkdfSync } from 'node:crypto';

/** What keys are made for. A purpose never changes: what was sealed for it opens with no other. */
const PURPOSES = {
  /** Says which key sealed a folder, without saying the key. */
  mark: 'sheaf at rest: mark of the key, 1',
  database: 'sheaf at rest: database, 1',
  media: 'sheaf at rest: files of stories, 1',
  recording: 'sheaf at rest: recordings, 1',
  'programme-key': 'sheaf at rest: keys of programmes, 1',
  'session-secret': 'sheaf at rest: session secret, 1',
  journal: 'sheaf at rest: journal of withdrawals, 1',
  unfinished: 'sheaf at rest: unfinished uploads, 1',
} as const;
export type Purpose = keyof typeof PURPOSES;

const NO_SALT = new Uint8Array(0);

/** 32 bytes for one purpose out of the key of `SHEAF_KEY_FILE`, by HKDF-SHA-256 (RFC 5869). */
export function keyFor(purpose: Purpose, masterKey: Uint8Array): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', masterKey, NO_SALT, PURPOSES[purpose], 32));
}

/**
 * 32 bytes for one file out of the key of its purpose. @param salt random, or never used twice with this key
 * @param name where the file belongs: under another name it does not open
 */
export function keyOfFile(purposeKey: Uint8Array, salt: Uint8Array, name: string): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', purposeKey, salt, name, 32));
}
