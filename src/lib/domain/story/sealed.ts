import * as z from 'zod/mini';
import { SlugSchema } from '../identifiers';

const base64url = (maxLength: number) => z.string().check(z.regex(/^[A-Za-z0-9_-]+$/), z.maxLength(maxLength));

/** Names a key pair without saying anything of it: the first letters of the SHA-256 of its public key. */
export const KeyIdSchema = base64url(43);

/** What a device needs to seal something to the people of one role: the public half of their key pair. */
export const PublicKeySchema = z.strictObject({
  id: KeyIdSchema,
  /** P-256, uncompressed (65 bytes), base64url. */
  key: base64url(88),
});
export type PublicKey = z.infer<typeof PublicKeySchema>;

/** Something sealed: nobody reads it without the private half of the key it names. */
export const SealedSchema = z.strictObject({
  /** Of the key pair it is sealed to. */
  key: KeyIdSchema,
  /** For which programme, so that a wrong one can be told before anything is tried. */
  programme: SlugSchema,
  /** The encapsulated key (RFC 9180), base64url. */
  enc: base64url(88),
  /** The ciphertext with its tag, base64url. */
  sealed: base64url(8192),
});
export type Sealed = z.infer<typeof SealedSchema>;
