import { Aes256Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from '@hpke/core';

/**
 * HPKE (RFC 9180) in base mode with DHKEM(P-256, HKDF-SHA256), HKDF-SHA256 and AES-256-GCM: the suite that every
 * browser and Node 20 carry in their own WebCrypto. X25519 is missing from browsers of a few years ago.
 */
export const suite = new CipherSuite({
  kem: new DhkemP256HkdfSha256(),
  kdf: new HkdfSha256(),
  aead: new Aes256Gcm(),
});

/** What a seal is for, bound into its key: one made for another purpose or programme does not open here. */
export function purpose(programme: string): ArrayBuffer {
  return bytesOf(`sheaf contact 1 ${programme}`);
}

/** The story it belongs to, bound into the seal: moved to another story it does not open. */
export function belonging(story: string): ArrayBuffer {
  return bytesOf(story);
}

function bytesOf(text: string): ArrayBuffer {
  return new TextEncoder().encode(text).buffer;
}
