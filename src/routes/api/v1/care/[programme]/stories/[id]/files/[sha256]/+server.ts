import { permits } from '$lib/domain/programme/staff-role';
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
  const { sha256, id } = event.params;
  // Earlier words stay with the safeguarding role while a concern is open, and so do their files.
  const earlier = permits(member.roles, 'help.read')
    ? await services().store.earlierRevisions(stored.story.programme, id)
    : [];
  const story = [stored.story, ...earlier].find(({ media }) => media.some((ref) => ref.sha256 === sha256));
  return story === undefined ? problem('not_found') : fileOf(services(), story, sha256, event.request);
};
