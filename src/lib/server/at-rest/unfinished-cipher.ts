import { createCipheriv, type Cipher } from 'node:crypto';
import { keyOfFile } from './derive-key';

const BLOCK_BYTES = 16;

/**
 * Seals or opens an unfinished upload from a place in it on: AES-256-CTR (NIST SP 800-38A), which keeps every byte at its
 * place, so that an upload can go on where it broke off. Nothing vouches for the bytes here: an upload is whole only
 * when its hash is the one that was announced. @param id random, made for this upload alone: it makes its key
 */
export function unfinishedCipher(purposeKey: Uint8Array, id: string, offset: number): Cipher {
  const key = keyOfFile(purposeKey, Buffer.from(id), 'unfinished upload');
  const counter = new Uint8Array(BLOCK_BYTES);
  new DataView(counter.buffer).setBigUint64(8, BigInt(Math.floor(offset / BLOCK_BYTES)));
  const cipher = createCipheriv('aes-256-ctr', key, counter);
  cipher.update(new Uint8Array(offset % BLOCK_BYTES));
  return cipher;
}
