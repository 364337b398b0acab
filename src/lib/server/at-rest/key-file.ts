import { readFileSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, join, sep } from 'node:path';
import { codeOf } from '../error-code';

export type KeyRead =
  | { readonly kind: 'key'; readonly key: Uint8Array }
  | { readonly kind: 'key_not_usable'; readonly reason: string };

const KEY_BYTES = 32;
/** 32 random bytes hold fewer different ones than this once in more than 10^30 keys. */
const LEAST_DIFFERENT = 12;

/**
 * The key of a file that an administrator made: 32 random bytes as base64 or hex. Refused where it is no protection: with
 * the data that it protects, open to everybody on the machine, or not random. Nothing of it is ever said.
 * @param data the data folder
 */
export function readKeyFile(path: string, data: string): KeyRead {
  const refuse = (reason: string): KeyRead => ({ kind: 'key_not_usable', reason });
  let text: string;
  try {
    if (isInside(realpathSync(path), realOf(data))) {
      return refuse(
        `${path} lies inside the data folder, where whoever copies the data copies the key. Move it elsewhere`,
      );
    }
    // Windows has no such bits.
    if (process.platform !== 'win32' && (statSync(path).mode & 0o007) !== 0) {
      return refuse(`${path} is open to everybody on this machine. Close it: chmod 600 ${path}`);
    }
    text = readFileSync(path, 'utf8').trim();
  } catch (error) {
    return refuse(`${path} cannot be read (${codeOf(error) || 'unknown'}). Check its path and its owner`);
  }
  const key = /^[0-9a-f]{64}$/i.test(text) ? Buffer.from(text, 'hex') : fromBase64(text);
  if (key === null) return refuse(`${path} holds neither base64 nor hex. ${HOW}`);
  if (key.length < KEY_BYTES) return refuse(`${path} is too short: it holds ${key.length} bytes, not 32. ${HOW}`);
  if (key.length > KEY_BYTES) return refuse(`${path} is too long: it holds ${key.length} bytes, not 32. ${HOW}`);
  if (new Set(key).size < LEAST_DIFFERENT) return refuse(`${path} holds no random bytes. ${HOW}`);
  return { kind: 'key', key };
}

const HOW = 'Make one: head -c 32 /dev/urandom | base64 > FILE';

function fromBase64(text: string): Uint8Array | null {
  return /^[A-Za-z0-9+/_-]+={0,2}$/.test(text) ? Buffer.from(text, 'base64') : null;
}

function isInside(path: string, folder: string): boolean {
  return path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}

/** Of a folder that may not be there yet. */
function realOf(folder: string): string {
  try {
    return realpathSync(folder);
  } catch {
    const above = dirname(folder);
    return above === folder ? folder : join(realOf(above), basename(folder));
  }
}
