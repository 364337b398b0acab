import { StoriesRequestSchema } from '$lib/protocol/explore';
import { readBody } from '$lib/server/access/read-body';
import { requirePermission } from '$lib/server/access/require';
import { exploredProgramme } from '$lib/server/explore/explored';
import { readableStories } from '$lib/server/explore/readable-stories';
import { problem } from '$lib/server/problem';
import { services } from '$lib/server/services';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = async (event) => {
  const member = await requirePermission(event, event.params.programme, 'story.read_cleared');
  if (member instanceof Response) return member;
  const asked = await readBody(event.request, StoriesRequestSchema);
  if (asked instanceof Response) return asked;
  const explored = await exploredProgramme(member.programme);
  if (explored === null) return problem('not_found');
  const { store, now } = services();
  const stories = await readableStories(store, explored.programme, explored.framework, asked.serials);
  await store.appendAudit({
    at: now(),
    actor: member.id,
    action: 'stories.read',
    programme: explored.programme.slug,
    subject: stories.map(({ serial }) => serial).join(' '),
  });
  return Response.json({ stories }, { headers: { 'cache-control': 'no-store' } });
};
