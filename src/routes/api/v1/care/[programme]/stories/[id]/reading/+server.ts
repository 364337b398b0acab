import { ReadingRequestSchema, type ReadingResponse } from '$lib/protocol/care';
import { access } from '$lib/server/access/access-of';
import { readBody } from '$lib/server/access/read-body';
import { requirePermission } from '$lib/server/access/require';
import { queueOf } from '$lib/server/care/queue';
import { recordReading, type ReadingOutcome } from '$lib/server/care/record-reading';
import { problem } from '$lib/server/problem';
import { services } from '$lib/server/services';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = async (event) => {
  const member = await requirePermission(event, event.params.programme, 'story.clear');
  if (member instanceof Response) return member;
  const body = await readBody(event.request, ReadingRequestSchema);
  if (body instanceof Response) return body;
  const { kind } = await recordReading(services(), member, event.params.id, body);
  if (kind !== 'recorded') return refused(kind);
  const { entries } = await queueOf(access(), member);
  const answer: ReadingResponse = { waiting: entries.length, next: entries[0]?.id ?? null };
  return Response.json(answer, { headers: { 'cache-control': 'no-store' } });
};

function refused(kind: Exclude<ReadingOutcome['kind'], 'recorded'>): Response {
  switch (kind) {
    case 'asked_for_help':
      return problem('not_allowed', 'This person asked for help. Only safeguarding can clear this story.');
    case 'note_needed':
      return problem('bad_request', 'Write what was done first. Nothing was cleared.');
    case 'changed':
      return problem('conflict');
    default:
      return problem(kind);
  }
}
