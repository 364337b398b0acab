import { requirePermission } from '$lib/server/access/require';
import { problem } from '$lib/server/problem';
import { retireRegion } from '$lib/server/sense-making/draw-region';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = async (event) => {
  const member = await requirePermission(event, event.params.programme, 'regions.draw');
  if (member instanceof Response) return member;
  const retired = await retireRegion(member, event.params.id);
  if (retired.kind !== 'drawn') return problem(retired.kind);
  return Response.json({ region: retired.region }, { headers: { 'cache-control': 'no-store' } });
};
