import type { Access } from './access';
import { networkOf } from './sign-in-throttle';
import { endSession, setSessionCookie } from './sessions';
import { isSecure, type StaffEvent } from './staff';

export type SignInOutcome =
  | { readonly kind: 'signed_in'; readonly userId: string }
  /** Unknown address or wrong password: nobody is told which, neither in words nor by the time it takes. */
  | { readonly kind: 'refused' }
  | { readonly kind: 'too_many_tries'; readonly retryAfterSeconds: number };

/** Signs in by password. A session the browser came with ends, so that a planted or shared one is never carried on. */
export async function signIn(
  access: Access,
  event: StaffEvent,
  { email, password }: { readonly email: string; readonly password: string },
): Promise<SignInOutcome> {
  // Salted: memory holds no address, and nothing is written.
  const address = access.limits.keyOf(networkOf(event.getClientAddress()));
  const wait = access.throttle.begin(email, address, access.now());
  if (wait > 0) return { kind: 'too_many_tries', retryAfterSeconds: wait };
  const auth = access.auth(isSecure(event));
  const response = await auth.api.signInEmail({
    body: { email: email.trim().toLowerCase(), password },
    headers: new Headers(),
    asResponse: true,
  });
  if (response.status >= 500) throw new Error(`sign-in failed with ${response.status}`);
  if (!response.ok) return { kind: 'refused' };
  access.throttle.succeeded(email, address);
  const { user } = (await response.json()) as { user: { id: string } }; // the library's own answer
  await endSession(access, event);
  setSessionCookie(event, response);
  await access.store.appendAudit({
    at: access.now(),
    actor: user.id,
    action: 'staff.signed_in',
    programme: null,
    subject: null,
  });
  return { kind: 'signed_in', userId: user.id };
}
