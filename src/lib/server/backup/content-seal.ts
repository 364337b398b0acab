import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const IV_BYTES = 12;
const TAG_BYTES = 16;

/**
 * AES-256-GCM with a key of one story or one file (NIST SP 800-38D; a fresh nonce each time). @param key 64 hex digits
 * @param place where it belongs: what was sealed for one place opens in no other
 */
export function sealBytes(key: string, place: string, bytes: Uint8Array): Buffer {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', Buffer.from(key, 'hex'), iv).setAAD(Buffer.from(place));
  return Buffer.concat([iv, cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
}

/** @throws when it was sealed with another key or for another place, or was changed */
export function openBytes(key: string, place: string, sealed: Uint8Array): Buffer {
  const end = sealed.length - TAG_BYTES;
  const decipher = createDecipheriv('aes-256-gcm', Buffer.from(key, 'hex'), sealed.subarray(0, IV_BYTES))
    .setAAD(Buffer.from(place))
    .setAuthTag(sealed.subarray(end));
  return Buffer.concat([decipher.update(sealed.subarray(IV_BYTES, end)), decipher.final()]);
}

export function sealText(key: string, place: string, text: string): string {
  return sealBytes(key, place, Buffer.from(text)).toString('base64');
}

export function openText(key: string, place: string, sealed: string): string {
  return openBytes(key, place, Buffer.from(sealed, 'base64')).toString('utf8');
}
