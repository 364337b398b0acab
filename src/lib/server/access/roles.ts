import type { StaffRole } from '../../domain/programme/staff-role';
import type { Access } from './access';
import type { Member } from './staff';

/** Roles a steward gives themself: allowed, because somebody has to be first, and written down for the same reason. */
export async function takeRoles({ store, now }: Access, member: Member, roles: readonly StaffRole[]): Promise<void> {
  await giveRoles({ store, now }, { actor: member.id, userId: member.id, programme: member.programme.slug, roles });
}

/** @param actor a user's id, or `cli` */
export async function giveRoles(
  { store, now }: Pick<Access, 'store' | 'now'>,
  given: {
    readonly actor: string;
    readonly userId: string;
    readonly programme: string;
    readonly roles: readonly StaffRole[];
  },
): Promise<void> {
  const { actor, userId, programme, roles } = given;
  await store.grantRoles(userId, programme, roles);
  await store.appendAudit({
    at: now(),
    actor,
    action: 'roles.given',
    programme,
    subject: `${userId} ${roles.join(' ')}`,
  });
}

/**
 * A programme made from the command line belongs to the installation's stewards: without one nobody could ever invite
 * anybody to it. They still read none of its stories until they take (or give) a role for that.
 */
export async function handToStewards(access: Pick<Access, 'store' | 'now'>, programme: string): Promise<void> {
  for (const userId of await access.store.stewards()) {
    await giveRoles(access, { actor: 'cli', userId, programme, roles: ['steward'] });
  }
}
