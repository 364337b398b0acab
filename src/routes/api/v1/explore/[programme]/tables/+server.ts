import { requirePermission } from '$lib/server/access/require';
import { currentRelease } from '$lib/server/disclosure/current-release';
import { exploredProgramme } from '$lib/server/explore/explored';
import { problem } from '$lib/server/problem';
import { services } from '$lib/server/services';
import type { RequestHandler } from './$types';

/** The released tables: all that people who see aggregates only are ever given. */
export const GET: RequestHandler = async (event) => {
  const member = await requirePermission(event, event.params.programme, 'release.read');
  if (member instanceof Response) return member;
  const explored = await exploredProgramme(member.programme);
  if (explored === null) return problem('not_found');
  const released = await currentRelease(services(), explored.programme, explored.framework);
  return Response.json(released, { headers: { 'cache-control': 'no-store' } });
};
