import type { Kysely } from 'kysely';
import * as z from 'zod';
import { StaffRoleSchema, type StaffRole } from '../../../domain/programme/staff-role';
import { storedJson, storedMoment, storedValue } from '../damaged';
import type { Invitation, Store } from '../port';
import type { Tables } from './tables';

type Members = Pick<
  Store,
  | 'rolesOf'
  | 'membershipsOf'
  | 'grantRoles'
  | 'createInvitation'
  | 'invitation'
  | 'takeInvitation'
  | 'stewards'
  | 'countStewards'
>;

export function membersIn(db: Kysely<Tables>): Members {
  return {
    async rolesOf(userId, programme) {
      const rows = await db
        .selectFrom('members')
        .select('role')
        .where('user_id', '=', userId)
        .where('programme_id', '=', programme)
        .orderBy('role')
        .execute();
      return rows.map(({ role }) => roleOf({ programme_id: programme, role }));
    },
    async membershipsOf(userId) {
      const rows = await db
        .selectFrom('members')
        .select(['programme_id', 'role'])
        .where('user_id', '=', userId)
        .orderBy('programme_id')
        .orderBy('role')
        .execute();
      const roles = new Map<string, StaffRole[]>();
      for (const row of rows) {
        const role = roleOf(row);
        roles.set(row.programme_id, [...(roles.get(row.programme_id) ?? []), role]);
      }
      return [...roles].map(([programme, held]) => ({ programme, roles: held }));
    },
    async grantRoles(userId, programme, roles) {
      if (roles.length === 0) return;
      await db
        .insertInto('members')
        .values(roles.map((role) => ({ programme_id: programme, user_id: userId, role })))
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    },
    async createInvitation({ tokenHash, programme, roles, expiresAt }) {
      await db
        .insertInto('invitations')
        .values({
          programme_id: programme,
          token_hash: tokenHash,
          roles: JSON.stringify(roles),
          expires_at: expiresAt.toISOString(),
          used_at: null,
        })
        .execute();
    },
    async invitation(tokenHash, now) {
      const row = await db
        .selectFrom('invitations')
        .select(['programme_id', 'roles', 'expires_at'])
        .where('token_hash', '=', tokenHash)
        .where('used_at', 'is', null)
        .where('expires_at', '>', now.toISOString())
        .executeTakeFirst();
      return row === undefined ? null : invitationOf({ ...row, token_hash: tokenHash });
    },
    async takeInvitation(tokenHash, now) {
      const row = await db
        .updateTable('invitations')
        .set({ used_at: now.toISOString() })
        .where('token_hash', '=', tokenHash)
        .where('used_at', 'is', null)
        .where('expires_at', '>', now.toISOString())
        .returning(['programme_id', 'roles', 'expires_at'])
        .executeTakeFirst();
      return row === undefined ? null : invitationOf({ ...row, token_hash: tokenHash });
    },
    async stewards() {
      const rows = await db.selectFrom('members').select('user_id').distinct().where('role', '=', 'steward').execute();
      return rows.map(({ user_id }) => user_id);
    },
    async countStewards() {
      const row = await db
        .selectFrom('members')
        .select((expression) => expression.fn.count<number>('user_id').distinct().as('count'))
        .where('role', '=', 'steward')
        .executeTakeFirstOrThrow();
      return Number(row.count);
    },
  };
}

export function roleOf({ programme_id, role }: Pick<Tables['members'], 'programme_id' | 'role'>): StaffRole {
  return storedValue(`members of ${programme_id}`, StaffRoleSchema, role);
}

export function invitationOf({
  programme_id: programme,
  token_hash: tokenHash,
  roles,
  expires_at,
}: Omit<Tables['invitations'], 'used_at'>): Invitation {
  const place = `invitations of ${programme}`;
  return {
    tokenHash,
    programme,
    roles: storedJson(place, z.array(StaffRoleSchema), roles),
    expiresAt: storedMoment(place, expires_at),
  };
}
