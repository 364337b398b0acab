import { requirePermission } from '$lib/server/access/require';
import { readableStory } from '$lib/server/explore/readable-stories';
import { fileOf } from '$lib/server/media/file-of';
import { problem } from '$lib/server/problem';
import { services } from '$lib/server/services';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
  const member = await requirePermission(event, event.params.programme, 'story.read_cleared');
  if (member instanceof Response) return member;
  const serial = /^\d{1,15}$/.test(event.params.serial) ? Number(event.params.serial) : null;
  const stored = serial === null ? null : await readableStory(services().store, member.programme, serial);
  if (stored === null) return problem('not_found');
  return fileOf(services(), stored.story, event.params.sha256, event.request);
};
