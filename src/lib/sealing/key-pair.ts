import * as z from 'zod/mini';
import { PublicKeySchema } from '../domain/story/sealed';
import { toBase64url } from './base64url';
import { suite } from './suite';

/** Both halves of a key pair, as they are kept in a file of their own. */
export const KeyPairSchema = z.strictObject({
  ...PublicKeySchema.shape,
  /** P-256, 32 bytes, base64url. Whoever has it can read all that was sealed to it. */
  secret: z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/)),
});
export type KeyPair = z.infer<typeof KeyPairSchema>;

/** A new key pair from the system's own randomness. */
export async function makeKeyPair(): Promise<KeyPair> {
  const { publicKey, privateKey } = await suite.kem.generateKeyPair();
  const key = await suite.kem.serializePublicKey(publicKey);
  const secret = await suite.kem.serializePrivateKey(privateKey);
  const id = toBase64url(await crypto.subtle.digest('SHA-256', key)).slice(0, 16);
  return { id, key: toBase64url(key), secret: toBase64url(secret) };
}
