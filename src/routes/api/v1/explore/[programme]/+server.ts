import type { ExploreHead } from '$lib/protocol/explore';
import { requirePermission } from '$lib/server/access/require';
import { exploredProgramme } from '$lib/server/explore/explored';
import { problem } from '$lib/server/problem';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
  const member = await requirePermission(event, event.params.programme, 'columns.read');
  if (member instanceof Response) return member;
  const explored = await exploredProgramme(member.programme);
  if (explored === null) return problem('not_found');
  return Response.json(explored satisfies ExploreHead, { headers: { 'cache-control': 'no-store' } });
};
