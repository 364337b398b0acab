import { requirePermission } from '$lib/server/access/require';
import { exploredProgramme } from '$lib/server/explore/explored';
import { problem } from '$lib/server/problem';
import { currentReach } from '$lib/server/reach/current-reach';
import { services } from '$lib/server/services';
import type { RequestHandler } from './$types';

/** Takes no filter: special questions are counted for the whole city or not at all. */
export const GET: RequestHandler = async (event) => {
  const member = await requirePermission(event, event.params.programme, 'columns.read');
  if (member instanceof Response) return member;
  const explored = await exploredProgramme(member.programme);
  if (explored === null) return problem('not_found');
  const answer = await currentReach(explored);
  const { store, now } = services();
  await store.appendAudit({
    at: now(),
    actor: member.id,
    action: 'reach.read',
    programme: explored.programme.slug,
    subject: answer.questions.map(({ id }) => id).join(' '),
  });
  return Response.json(answer, { headers: { 'cache-control': 'no-store' } });
};
