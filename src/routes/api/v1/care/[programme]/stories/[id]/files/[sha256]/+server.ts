import { access } from '$lib/server/access/access-of';
import { requirePermission } from '$lib/server/access/require';
import { waitingStory } from '$lib/server/care/waiting-story';
import { fileOf } from '$lib/server/media/file-of';
import { problem } from '$lib/server/problem';
import { services } from '$lib/server/services';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
  const member = await requirePermission(event, event.params.programme, 'queue.read');
  if (member instanceof Response) return member;
  const stored = await waitingStory(access(), member, event.params.id);
  if (stored === null) return problem('not_found');
  return fileOf(services(), stored.story, event.params.sha256, event.request);
};
