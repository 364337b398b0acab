import { WordsRequestSchema } from '$lib/protocol/word-use';
import { readBody } from '$lib/server/access/read-body';
import { requirePermission } from '$lib/server/access/require';
import { exploredProgramme } from '$lib/server/explore/explored';
import { problem } from '$lib/server/problem';
import { services } from '$lib/server/services';
import { answerWords } from '$lib/server/words/answer-words';
import { readingsOf, toldSelections } from '$lib/server/words/readings';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = async (event) => {
  const member = await requirePermission(event, event.params.programme, 'story.read_cleared');
  if (member instanceof Response) return member;
  const request = await readBody(event.request, WordsRequestSchema);
  if (request instanceof Response) return request;
  const explored = await exploredProgramme(member.programme);
  if (explored === null) return problem('not_found');
  const { programme } = explored;
  const readings = await readingsOf(explored);
  const answer = answerWords(readings, request, { person: member.id, programme, told: toldSelections() });
  if (answer === null) return problem('bad_request');
  const { store, now } = services();
  // What was compared can be found again; a lasso may be long.
  const { within, first, second } = request;
  const language = answer.kind === 'no_texts' ? '' : answer.language;
  const subject = [answer.kind, readings.etag, language, within, first, second ?? 'rest'].join(' ').slice(0, 1000);
  await store.appendAudit({
    at: now(),
    actor: member.id,
    action: 'words.compared',
    programme: programme.slug,
    subject,
  });
  return Response.json(answer, { headers: { 'cache-control': 'no-store' } });
};
