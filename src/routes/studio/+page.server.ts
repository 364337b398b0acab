import { redirect } from '@sveltejs/kit';
import { permits } from '$lib/domain/programme/staff-role';
import { access } from '$lib/server/access/access-of';
import { membershipsOf } from '$lib/server/access/memberships';
import { staffOf } from '$lib/server/access/sessions';
import { signInFirst } from '../enter.server';
import type { PageServerLoad } from './$types';

/** Whoever types the address gets to the one programme they look after; more, or none, stand at the front door. */
export const load: PageServerLoad = async (event) => {
  const staff = await staffOf(access(), event);
  if (staff === null) signInFirst(event);
  const managed = (await membershipsOf(access(), staff.id)).filter(({ roles }) => permits(roles, 'programme.manage'));
  const [only] = managed;
  redirect(303, managed.length === 1 && only !== undefined ? `/studio/${only.programme}/telling` : '/');
};
