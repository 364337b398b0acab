import type { Access } from './access';
import { createAccount, type NewAccount } from './accounts';
import { firstStewardTokenHolds, takeFirstStewardToken } from '../first-steward';

export type FirstStewardOutcome =
  | { readonly kind: 'made'; readonly userId: string }
  | { readonly kind: 'token_not_valid' }
  /** Somebody signs in by this address already. */
  | { readonly kind: 'exists' };

/**
 * Makes the first steward by the one-time link the server printed. They become steward of every programme there is:
 * to read stories or see patterns they take (or give) the role for it on the People page, which is audited.
 */
export async function makeFirstSteward(
  access: Access,
  { token, ...person }: NewAccount & { readonly token: string },
): Promise<FirstStewardOutcome> {
  const { store, now } = access;
  if (!(await firstStewardTokenHolds(access, token))) return { kind: 'token_not_valid' };
  const account = await createAccount(access, person);
  if (account.kind === 'exists') return { kind: 'exists' };
  // Taken last, so that a mistyped address does not use the link up; of two at once only one gets the roles.
  if (!(await takeFirstStewardToken(access, token))) return { kind: 'token_not_valid' };
  const { userId } = account;
  for (const { slug } of await store.programmes()) {
    await store.grantRoles(userId, slug, ['steward']);
    await store.appendAudit({ at: now(), actor: userId, action: 'steward.first', programme: slug, subject: userId });
  }
  return { kind: 'made', userId };
}
