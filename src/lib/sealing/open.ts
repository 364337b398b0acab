import type { Sealed } from '../domain/story/sealed';
import { fromBase64url } from './base64url';
import type { KeyPair } from './key-pair';
import { unpadded } from './padding';
import type { Bond } from './seal';
import { belonging, purpose, suite } from './suite';

export type Opened =
  | { readonly kind: 'opened'; readonly text: string }
  /** Sealed for another programme: its key was not even tried. */
  | { readonly kind: 'other_programme'; readonly programme: string }
  /** Sealed to a key pair that is not this one: an older one, or that of another installation. */
  | { readonly kind: 'other_key'; readonly key: string }
  /** The right key does not open it: its bytes were changed, or it was moved here from another story. */
  | { readonly kind: 'damaged' };

/** Opens what `seal` made. That it cannot be opened is expected (a lost key, a copied row) and has a reason. */
export async function openSealed(sealed: Sealed, pair: KeyPair, { programme, story }: Bond): Promise<Opened> {
  if (sealed.programme !== programme) return { kind: 'other_programme', programme: sealed.programme };
  if (sealed.key !== pair.id) return { kind: 'other_key', key: sealed.key };
  const recipientKey = await suite.kem.deserializePrivateKey(fromBase64url(pair.secret));
  try {
    const enc = fromBase64url(sealed.enc);
    const bytes = await suite.open(
      { recipientKey, enc, info: purpose(programme) },
      fromBase64url(sealed.sealed),
      belonging(story),
    );
    return { kind: 'opened', text: unpadded(bytes) };
  } catch {
    return { kind: 'damaged' }; // the library does not say, and must not say, which part of it was wrong
  }
}
