import * as z from 'zod/mini';

/** What a member of staff may do, always within one programme (DESIGN section 8). */
export const STAFF_ROLES = ['steward', 'facilitator', 'reader', 'safeguarding', 'analyst', 'viewer'] as const;
export const StaffRoleSchema = z.enum(STAFF_ROLES);
export type StaffRole = z.infer<typeof StaffRoleSchema>;

/** What can be done to a programme's records. Each route names the one it needs. */
export const PERMISSIONS = [
  'programme.manage',
  'people.invite',
  'collectors.manage',
  'session.run',
  'queue.read',
  'story.clear',
  'help.read',
  'columns.read',
  'story.read_cleared',
  'regions.draw',
  'patterns.name',
  'export.records',
  'release.read',
] as const;
export type Permission = (typeof PERMISSIONS)[number];

/**
 * Who may do what. A steward runs a programme and reads no story by being one; only reading roles see uncleared
 * words, only the safeguarding role sees how to reach somebody who asked for help; viewers get released tables only,
 * and no route of record level serves them.
 */
const GRANTS: Readonly<Record<StaffRole, readonly Permission[]>> = {
  steward: ['programme.manage', 'people.invite', 'collectors.manage', 'release.read'],
  facilitator: ['session.run'],
  reader: ['queue.read', 'story.clear'],
  safeguarding: ['queue.read', 'story.clear', 'help.read'],
  analyst: ['columns.read', 'story.read_cleared', 'regions.draw', 'patterns.name', 'export.records', 'release.read'],
  viewer: ['release.read'],
};

export function permits(roles: readonly StaffRole[], permission: Permission): boolean {
  return roles.some((role) => GRANTS[role].includes(permission));
}
