import type { PublicKey, Sealed } from '../domain/story/sealed';
import { fromBase64url, toBase64url } from './base64url';
import { padded } from './padding';
import { belonging, purpose, suite } from './suite';

/** What a seal is bound to. */
export interface Bond {
  readonly programme: string;
  readonly story: string;
}

/**
 * Seals a text for whoever holds the private half of a key. The same text sealed twice is not the same bytes.
 * @throws when the public key is none
 */
export async function seal(text: string, to: PublicKey, { programme, story }: Bond): Promise<Sealed> {
  const recipientPublicKey = await suite.kem.deserializePublicKey(fromBase64url(to.key));
  const { enc, ct } = await suite.seal(
    { recipientPublicKey, info: purpose(programme) },
    padded(text),
    belonging(story),
  );
  return { key: to.id, programme, enc: toBase64url(enc), sealed: toBase64url(ct) };
}
