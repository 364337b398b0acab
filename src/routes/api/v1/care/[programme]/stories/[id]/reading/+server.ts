import { ReadingRequestSchema, type ReadingResponse } from '$lib/protocol/care';
import { access } from '$lib/server/access/access-of';
import { readBody } from '$lib/server/access/read-body';
import { requirePermission } from '$lib/server/access/require';
import { queueOf } from '$lib/server/care/queue';
import { recordReading } from '$lib/server/care/record-reading';
import { problem } from '$lib/server/problem';
import { services } from '$lib/server/services';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = async (event) => {
  const member = await requirePermission(event, event.params.programme, 'story.clear');
  if (member instanceof Response) return member;
  const body = await readBody(event.request, ReadingRequestSchema);
  if (body instanceof Response) return body;
  const { kind } = await recordReading(services(), member, event.params.id, body);
  if (kind !== 'recorded') return problem(kind === 'changed' ? 'conflict' : kind);
  const { entries } = await queueOf(access(), member);
  const answer: ReadingResponse = { waiting: entries.length, next: entries[0]?.id ?? null };
  return Response.json(answer, { headers: { 'cache-control': 'no-store' } });
};
