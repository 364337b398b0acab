import type { Store } from '../store/port';
import type { AccountsDatabase } from '../store/sqlite/open';
import { createAuth, type Auth } from './auth';
import { SignInThrottle } from './sign-in-throttle';

export interface AccessParts {
  readonly store: Store;
  readonly accounts: AccountsDatabase;
  /** Signs session cookies; at least 32 random bytes, the same after a restart. */
  readonly secret: string;
  readonly now: () => Date;
  readonly onFault: (message: string) => void;
}

/** Everything that decides about staff: who they are, how they sign in, which programme they may enter. */
export interface Access {
  readonly store: Store;
  readonly accounts: AccountsDatabase;
  readonly now: () => Date;
  readonly throttle: SignInThrottle;
  /** The sign-in library, once for http and once for https: the cookie's name depends on it. */
  auth(secure: boolean): Auth;
}

export function createAccess({ store, accounts, secret, now, onFault }: AccessParts): Access {
  const made = new Map<boolean, Auth>();
  return {
    store,
    accounts,
    now,
    throttle: new SignInThrottle(),
    auth(secure) {
      const auth = made.get(secure) ?? createAuth({ accounts, secret, secure, onFault });
      made.set(secure, auth);
      return auth;
    },
  };
}
