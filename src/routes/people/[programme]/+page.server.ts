import { fail } from '@sveltejs/kit';
import * as z from 'zod/mini';
import { StaffRoleSchema } from '$lib/domain/programme/staff-role';
import { access } from '$lib/server/access/access-of';
import { invite } from '$lib/server/access/invitations';
import { takeRoles } from '$lib/server/access/roles';
import { enterPage } from '../../enter.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { programme, roles } = await enterPage(event, event.params.programme, 'people.invite');
  const { name, state, origin } = programme;
  return { programme: { name, state, origin }, roles };
};

const RolesSchema = z.array(StaffRoleSchema).check(z.minLength(1));

export const actions: Actions = {
  invite: async (event) => {
    const member = await enterPage(event, event.params.programme, 'people.invite');
    const roles = RolesSchema.safeParse((await event.request.formData()).getAll('roles'));
    if (!roles.success) return fail(400, { kind: 'roles_missing' as const });
    const { token, expiresAt } = await invite(access(), member, roles.data);
    const link = `${event.url.origin}/invite#${token}`;
    return { kind: 'link' as const, link, roles: roles.data, expiresAt: expiresAt.toISOString() };
  },
  take: async (event) => {
    const member = await enterPage(event, event.params.programme, 'people.invite');
    const roles = RolesSchema.safeParse((await event.request.formData()).getAll('roles'));
    if (!roles.success) return fail(400, { kind: 'roles_missing' as const });
    await takeRoles(access(), member, roles.data);
    return { kind: 'taken' as const };
  },
};
