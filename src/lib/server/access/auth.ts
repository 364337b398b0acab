import { betterAuth } from 'better-auth';
import type { AccountsDatabase } from '../store/opened';
import { hashPassword, verifyPassword } from './password';

const HOUR_S = 60 * 60;

/** Without a request for this long a session ends. */
const IDLE_S = 2 * HOUR_S;
/** However busy, a session ends after a working day (NIST SP 800-63B 4.2.3: reauthenticate within 12 hours). */
export const ABSOLUTE_S = 12 * HOUR_S;

/** Passwords of at least 12 characters; no rules about which (OWASP ASVS 6.2.1, 6.2.5). */
export const PASSWORD_LENGTH = { min: 12, max: 128 } as const;

export interface AuthSettings {
  readonly accounts: AccountsDatabase;
  /** Signs the cookies. */
  readonly secret: string;
  /** Served over https: cookies are Secure and bound to this host by their name. */
  readonly secure: boolean;
  readonly onFault: (message: string) => void;
}

/** The session's cookie. `__Host-` makes a browser refuse one that another host or a plain connection has set. */
export function sessionCookieName(secure: boolean): string {
  return secure ? '__Host-sheaf.session' : 'sheaf.session';
}

/**
 * The sign-in library over our own database. It keeps accounts and sessions and checks passwords; who may be let in,
 * how often somebody may try and how a cookie is written is decided beside it (sign-in.ts, sessions.ts).
 */
export function createAuth({ accounts, secret, secure, onFault }: AuthSettings) {
  return betterAuth({
    appName: 'Sheaf',
    // No link of the library is ever sent or followed, so its own origin is only a name; requests bring theirs.
    baseURL: secure ? 'https://sheaf.invalid' : 'http://sheaf.invalid',
    trustedOrigins: (request) => (request === undefined ? [] : [new URL(request.url).origin]),
    secret,
    database: accounts,
    telemetry: { enabled: false },
    // Ours counts per account and address together (sign-in-throttle.ts); the library's only per address.
    rateLimit: { enabled: false },
    logger: {
      level: 'error',
      log: (level, message) => {
        if (level === 'error') onFault(message);
      },
    },
    user: { modelName: 'staff_user' },
    account: { modelName: 'staff_account' },
    verification: { modelName: 'staff_verification' },
    session: { modelName: 'staff_session', expiresIn: IDLE_S, updateAge: 5 * 60 },
    emailAndPassword: {
      enabled: true,
      // Accounts arise from an invitation or the first steward's link only (accounts.ts).
      disableSignUp: true,
      minPasswordLength: PASSWORD_LENGTH.min,
      maxPasswordLength: PASSWORD_LENGTH.max,
      password: { hash: hashPassword, verify: verifyPassword },
    },
    databaseHooks: {
      session: {
        // Where and with what somebody signs in is nothing we need to keep.
        create: { before: (session) => Promise.resolve({ data: { ...session, ipAddress: null, userAgent: null } }) },
      },
    },
    advanced: {
      cookiePrefix: 'sheaf',
      // The library knows `__Secure-` only; the stricter name is given below.
      useSecureCookies: false,
      cookies: {
        session_token: {
          name: sessionCookieName(secure),
          attributes: { httpOnly: true, sameSite: 'lax', path: '/', secure },
        },
      },
      ipAddress: { disableIpTracking: true },
    },
  });
}

export type Auth = ReturnType<typeof createAuth>;
