import { permits, type Permission, type StaffRole } from '../../domain/programme/staff-role';
import type { Access } from './access';
import { staffOf } from './sessions';
import type { Member, StaffEvent } from './staff';

export type Entry =
  | { readonly kind: 'entered'; readonly member: Member }
  | { readonly kind: 'not_signed_in' }
  /** No such programme, or not one of theirs: nobody can tell which. */
  | { readonly kind: 'not_found' }
  /** A member, but none of their roles allows it. */
  | { readonly kind: 'not_allowed'; readonly roles: readonly StaffRole[] };

/** Whether the person behind a request may do something in a programme. Roles are read anew for every request. */
export async function enter(access: Access, event: StaffEvent, slug: string, permission: Permission): Promise<Entry> {
  const staff = await staffOf(access, event);
  if (staff === null) return { kind: 'not_signed_in' };
  // Both are always asked, so that a programme one is not in takes as long as one that does not exist.
  const [programme, roles] = await Promise.all([access.store.programme(slug), access.store.rolesOf(staff.id, slug)]);
  if (programme === null || roles.length === 0) return { kind: 'not_found' };
  if (!permits(roles, permission)) return { kind: 'not_allowed', roles };
  return { kind: 'entered', member: { ...staff, programme, roles } };
}
