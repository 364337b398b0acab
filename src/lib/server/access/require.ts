import type { Permission } from '../../domain/programme/staff-role';
import { problem } from '../problem';
import { access } from './access-of';
import { enter, type Entry } from './enter';
import { isOurs } from './same-origin';
import { staffOf } from './sessions';
import type { Member, Staff, StaffEvent } from './staff';

/**
 * For a route of the API: the person who is signed in, or the refusal to answer with.
 *
 *     const staff = await requireStaff(event);
 *     if (staff instanceof Response) return staff;
 */
export async function requireStaff(event: StaffEvent): Promise<Staff | Response> {
  if (!isOurs(event)) return problem('not_allowed');
  return (await staffOf(access(), event)) ?? problem('not_signed_in');
}

/**
 * For a route of the API: the member who may do this in this programme, or the refusal to answer with (401; 404 for a
 * programme that does not exist or is not theirs; 403 for a member without the role).
 *
 *     const member = await requirePermission(event, event.params.programme, 'columns.read');
 *     if (member instanceof Response) return member;
 */
export async function requirePermission(
  event: StaffEvent,
  programme: string,
  permission: Permission,
): Promise<Member | Response> {
  if (!isOurs(event)) return problem('not_allowed');
  const entry = await enter(access(), event, programme, permission);
  return entry.kind === 'entered' ? entry.member : refusalOf(entry);
}

function refusalOf({ kind }: Exclude<Entry, { kind: 'entered' }>): Response {
  return problem(kind);
}
