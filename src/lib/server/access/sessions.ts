import type { Access } from './access';
import { ABSOLUTE_S, sessionCookieName } from './auth';
import { isSecure, type Staff, type StaffEvent } from './staff';

/** Who sent this request; null when nobody is signed in, or the session is too old or was idle too long. */
export async function staffOf(access: Access, event: StaffEvent): Promise<Staff | null> {
  const auth = access.auth(isSecure(event));
  const found = await auth.api.getSession({ headers: sessionHeaders(event) });
  if (found === null) return null;
  const age = access.now().getTime() - found.session.createdAt.getTime();
  if (age > ABSOLUTE_S * 1000) {
    await endSession(access, event);
    return null;
  }
  const { id, name, email } = found.user;
  return { id, name, email };
}

/** Ends the session on the server, not only in the browser: a copied cookie is worth nothing afterwards. */
export async function endSession(access: Access, event: StaffEvent): Promise<void> {
  await access.auth(isSecure(event)).api.signOut({ headers: sessionHeaders(event) });
  event.cookies.delete(sessionCookieName(isSecure(event)), { path: '/' });
}

/** Writes the cookie a sign-in has made, with our own limits: it lives as long as the longest session may. */
export function setSessionCookie(event: StaffEvent, signedIn: Response): void {
  const name = sessionCookieName(isSecure(event));
  const value = signedIn.headers
    .getSetCookie()
    .find((cookie) => cookie.startsWith(`${name}=`))
    ?.slice(name.length + 1)
    .split(';', 1)[0];
  if (value === undefined) throw new Error('the sign-in library answered without a session cookie');
  event.cookies.set(name, value, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: isSecure(event),
    maxAge: ABSOLUTE_S,
    encode: (already) => already,
  });
}

/** Only the cookie: the library needs nothing else of a request, so it is shown nothing else. */
function sessionHeaders(event: StaffEvent): Headers {
  return new Headers({ cookie: event.request.headers.get('cookie') ?? '' });
}
