import { access } from '$lib/server/access/access-of';
import { requirePermission } from '$lib/server/access/require';
import { openStory } from '$lib/server/care/open-story';
import { problem } from '$lib/server/problem';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
  const member = await requirePermission(event, event.params.programme, 'queue.read');
  if (member instanceof Response) return member;
  const story = await openStory(access(), member, event.params.id);
  if (story === null) return problem('not_found');
  return Response.json(story, { headers: { 'cache-control': 'no-store' } });
};
