import { requirePermission } from '$lib/server/access/require';
import { columnsResponse } from '$lib/server/explore/columns-response';
import { exploredProgramme, snapshotCache } from '$lib/server/explore/explored';
import { problem } from '$lib/server/problem';
import { services } from '$lib/server/services';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
  const member = await requirePermission(event, event.params.programme, 'columns.read');
  if (member instanceof Response) return member;
  const explored = await exploredProgramme(member.programme);
  if (explored === null) return problem('not_found');
  const { store, now } = services();
  const snapshot = await snapshotCache().current(explored.programme, explored.framework);
  const response = await columnsResponse(event.request, snapshot);
  if (response.status === 200) {
    await store.appendAudit({
      at: now(),
      actor: member.id,
      action: 'columns.read',
      programme: explored.programme.slug,
      subject: snapshot.etag,
    });
  }
  return response;
};
