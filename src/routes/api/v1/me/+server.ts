import { access } from '$lib/server/access/access-of';
import { meOf } from '$lib/server/access/memberships';
import { requireStaff } from '$lib/server/access/require';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
  const staff = await requireStaff(event);
  if (staff instanceof Response) return staff;
  return Response.json(await meOf(access(), staff), { headers: { 'cache-control': 'no-store' } });
};
