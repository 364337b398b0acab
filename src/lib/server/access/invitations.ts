import type { StaffRole } from '../../domain/programme/staff-role';
import { hashToken, newToken } from '../token';
import type { Access } from './access';
import { createAccount, type NewAccount } from './accounts';
import type { Member } from './staff';

const DAY_MS = 24 * 60 * 60 * 1000;
const VALID_DAYS = 7;

/** Makes a link that gives these roles in the member's programme to whoever opens it first. */
export async function invite(
  { store, now, random }: Access,
  { id, programme }: Member,
  roles: readonly StaffRole[],
): Promise<{ token: string; expiresAt: Date }> {
  const token = newToken(random);
  const expiresAt = new Date(now().getTime() + VALID_DAYS * DAY_MS);
  await store.createInvitation({ tokenHash: hashToken(token), programme: programme.slug, roles, expiresAt });
  await store.appendAudit({
    at: now(),
    actor: id,
    action: 'invitation.made',
    programme: programme.slug,
    subject: roles.join(' '),
  });
  return { token, expiresAt };
}

export type AcceptOutcome =
  | { readonly kind: 'accepted'; readonly programme: string; readonly roles: readonly StaffRole[] }
  | { readonly kind: 'token_not_valid' };

/** For somebody who is signed in: adds the roles to theirs. */
export async function acceptAs(access: Access, userId: string, token: string): Promise<AcceptOutcome> {
  const { store, now } = access;
  const invitation = await store.takeInvitation(hashToken(token), now());
  if (invitation === null) return { kind: 'token_not_valid' };
  const { programme, roles } = invitation;
  await store.grantRoles(userId, programme, roles);
  await store.appendAudit({
    at: now(),
    actor: userId,
    action: 'invitation.accepted',
    programme,
    subject: roles.join(' '),
  });
  return { kind: 'accepted', programme, roles };
}

/**
 * For somebody new: makes the account and gives it the roles. The invitation is looked at first and taken last, so that
 * an address that is known already does not use it up: its owner signs in and opens the link again.
 */
export async function acceptNew(
  access: Access,
  { token, ...person }: NewAccount & { readonly token: string },
): Promise<AcceptOutcome | { readonly kind: 'exists' }> {
  const held = await access.store.invitation(hashToken(token), access.now());
  if (held === null) return { kind: 'token_not_valid' };
  const account = await createAccount(access, person);
  return account.kind === 'exists' ? { kind: 'exists' } : acceptAs(access, account.userId, token);
}
