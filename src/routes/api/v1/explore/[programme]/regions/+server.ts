import { RegionDraftSchema } from '$lib/domain/programme/region';
import { readBody } from '$lib/server/access/read-body';
import { requirePermission } from '$lib/server/access/require';
import { problem } from '$lib/server/problem';
import { drawRegion } from '$lib/server/sense-making/draw-region';
import { services } from '$lib/server/services';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
  const member = await requirePermission(event, event.params.programme, 'columns.read');
  if (member instanceof Response) return member;
  const regions = await services().store.regionsOf(member.programme.slug);
  return Response.json({ regions }, { headers: { 'cache-control': 'no-store' } });
};

export const POST: RequestHandler = async (event) => {
  const member = await requirePermission(event, event.params.programme, 'regions.draw');
  if (member instanceof Response) return member;
  const draft = await readBody(event.request, RegionDraftSchema);
  if (draft instanceof Response) return draft;
  const drawn = await drawRegion(member, draft);
  if (drawn.kind !== 'drawn') return problem(drawn.kind);
  return Response.json({ region: drawn.region }, { headers: { 'cache-control': 'no-store' } });
};
