import { generateX25519Identity, identityToRecipient } from 'age-encryption';

/** A key pair of the age format: what is encrypted to `recipient` opens with `identity` only. */
export async function makeBackupKey(): Promise<{ identity: string; recipient: string }> {
  const identity = await generateX25519Identity();
  return { identity, recipient: await identityToRecipient(identity) };
}
