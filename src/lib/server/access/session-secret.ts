import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PLAIN, type AtRest } from '../at-rest/at-rest';
import { makeFolder } from '../make-folder';

const FILE = 'session-secret';

/**
 * What session cookies are signed with: made once and kept beside the database, readable for the server only. Deleting
 * the file signs everybody out. Read without waiting, once for each start.
 */
export function sessionSecret(folder: string, atRest: AtRest = PLAIN): string {
  const path = join(folder, FILE);
  try {
    return read(path, atRest);
  } catch (error) {
    if (!isMissing(error)) throw error;
  }
  makeFolder(folder, 0o700);
  // Never over an existing one: another process may have made it since.
  const made = Buffer.from(randomBytes(32).toString('base64url'));
  writeFileSync(path, atRest.seal('session-secret', FILE, made), { mode: 0o600, flag: 'wx' });
  return read(path, atRest);
}

function read(path: string, atRest: AtRest): string {
  const secret = Buffer.from(atRest.open('session-secret', FILE, readFileSync(path)))
    .toString('utf8')
    .trim();
  if (secret.length < 32) throw new Error(`${path} is too short to sign sessions with; delete it to get a new one`);
  return secret;
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
