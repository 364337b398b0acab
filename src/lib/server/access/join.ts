import type { Access } from './access';
import type { NewAccount } from './accounts';
import { makeFirstSteward } from './first-steward';
import { acceptAs, acceptNew, type AcceptOutcome } from './invitations';
import { missedSecret, waitForSecret } from './secret-tries';
import { staffOf } from './sessions';
import { signIn } from './sign-in';
import type { StaffEvent } from './staff';

export type Refused =
  | { readonly kind: 'token_not_valid' }
  | { readonly kind: 'exists' }
  | { readonly kind: 'not_signed_in' }
  | { readonly kind: 'too_many_tries'; readonly retryAfterSeconds: number };

type ByLink = { readonly token: string };

/** Opens the first steward's link: the account, its roles and a session. */
export async function joinAsFirstSteward(
  access: Access,
  event: StaffEvent,
  person: NewAccount & ByLink,
): Promise<{ readonly kind: 'made' } | Refused> {
  return guarded(access, event, async () => {
    const made = await makeFirstSteward(access, person);
    if (made.kind !== 'made') return made;
    await signIn(access, event, person);
    return { kind: 'made' };
  });
}

/** Opens an invitation: with an account of theirs already, or with a new one that is then signed in. */
export async function joinByInvitation(
  access: Access,
  event: StaffEvent,
  asked: ByLink & Partial<NewAccount>,
): Promise<Extract<AcceptOutcome, { kind: 'accepted' }> | Refused> {
  const staff = await staffOf(access, event);
  const { token, name, email, password } = asked;
  return guarded(access, event, async () => {
    if (staff !== null) return acceptAs(access, staff.id, token);
    if (name === undefined || email === undefined || password === undefined) return { kind: 'not_signed_in' };
    const accepted = await acceptNew(access, { token, name, email, password });
    if (accepted.kind === 'accepted') await signIn(access, event, { email, password });
    return accepted;
  });
}

/** A link that does not hold counts against the address it was tried from. */
async function guarded<T extends { readonly kind: string }>(
  access: Access,
  event: StaffEvent,
  open: () => Promise<T>,
): Promise<T | Extract<Refused, { kind: 'too_many_tries' }>> {
  const retryAfterSeconds = waitForSecret(access, event);
  if (retryAfterSeconds > 0) return { kind: 'too_many_tries', retryAfterSeconds };
  const outcome = await open();
  if (outcome.kind === 'token_not_valid') missedSecret(access, event);
  return outcome;
}
