import { access } from '$lib/server/access/access-of';
import { requirePermission } from '$lib/server/access/require';
import { queueOf } from '$lib/server/care/queue';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
  const member = await requirePermission(event, event.params.programme, 'queue.read');
  if (member instanceof Response) return member;
  return Response.json(await queueOf(access(), member), { headers: { 'cache-control': 'no-store' } });
};
