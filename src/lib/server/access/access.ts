import type { Services } from '../services';
import { createAuth, type Auth } from './auth';
import { SignInThrottle } from './sign-in-throttle';

export interface AccessParts extends Pick<Services, 'store' | 'accounts' | 'limits' | 'keys' | 'now' | 'random'> {
  /** Signs session cookies; at least 32 random bytes, the same after a restart. */
  readonly secret: string;
  readonly onFault: (message: string) => void;
}

/** Everything that decides about staff: who they are, how they sign in, which programme they may enter. */
export interface Access extends Pick<Services, 'store' | 'accounts' | 'limits' | 'keys' | 'now' | 'random'> {
  readonly throttle: SignInThrottle;
  /** The sign-in library, once for http and once for https: the cookie's name depends on it. */
  auth(secure: boolean): Auth;
}

export function createAccess({ secret, onFault, ...parts }: AccessParts): Access {
  const made = new Map<boolean, Auth>();
  return {
    ...parts,
    throttle: new SignInThrottle(),
    auth(secure) {
      const auth = made.get(secure) ?? createAuth({ accounts: parts.accounts, secret, secure, onFault });
      made.set(secure, auth);
      return auth;
    },
  };
}
