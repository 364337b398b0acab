import type { Access } from './access';
import { hashPassword } from './password';

export interface NewAccount {
  readonly name: string;
  readonly email: string;
  readonly password: string;
}

export type AccountOutcome =
  | { readonly kind: 'made'; readonly userId: string }
  | { readonly kind: 'exists'; readonly userId: string };

/** Makes an account with a password. There is no route that does only this: an invitation has to stand behind it. */
export async function createAccount(access: Access, { name, email, password }: NewAccount): Promise<AccountOutcome> {
  const { internalAdapter } = await access.auth(false).$context;
  const address = email.trim().toLowerCase();
  const known = await internalAdapter.findUserByEmail(address);
  if (known) return { kind: 'exists', userId: known.user.id };
  const hash = await hashPassword(password);
  // Nothing is ever sent to the address, so nothing is proven about it: it is a name to sign in by.
  const person = { name: name.trim(), email: address, emailVerified: false };
  const user = await internalAdapter.createUser(person, { method: 'email-password' });
  await internalAdapter.linkAccount({ userId: user.id, providerId: 'credential', accountId: user.id, password: hash });
  return { kind: 'made', userId: user.id };
}

/** The account that signs in by this address; null when there is none. For the command line and for sign-in only. */
export async function accountByEmail(access: Access, email: string): Promise<string | null> {
  const { internalAdapter } = await access.auth(false).$context;
  const found = await internalAdapter.findUserByEmail(email.trim().toLowerCase());
  return found?.user.id ?? null;
}
