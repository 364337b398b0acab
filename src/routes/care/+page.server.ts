import { redirect } from '@sveltejs/kit';
import { permits } from '$lib/domain/programme/staff-role';
import { access } from '$lib/server/access/access-of';
import { membershipsOf } from '$lib/server/access/memberships';
import { staffOf } from '$lib/server/access/sessions';
import { signInFirst } from '../enter.server';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const staff = await staffOf(access(), event);
  if (staff === null) signInFirst(event);
  event.setHeaders({ 'cache-control': 'no-store' });
  const programmes = (await membershipsOf(access(), staff.id)).filter(({ roles }) => permits(roles, 'queue.read'));
  const [only] = programmes;
  if (programmes.length === 1 && only !== undefined) redirect(303, `/care/${only.programme}`);
  return { programmes: programmes.map(({ programme, name, state, origin }) => ({ programme, name, state, origin })) };
};
