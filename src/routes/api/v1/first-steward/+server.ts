import { FirstStewardRequestSchema } from '$lib/protocol/join';
import { access } from '$lib/server/access/access-of';
import { joinAsFirstSteward } from '$lib/server/access/join';
import { joinProblem } from '$lib/server/access/join-problem';
import { readBody } from '$lib/server/access/read-body';
import { isOurs } from '$lib/server/access/same-origin';
import { problem } from '$lib/server/problem';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = async (event) => {
  if (!isOurs(event)) return problem('not_allowed');
  const body = await readBody(event.request, FirstStewardRequestSchema);
  if (body instanceof Response) return body;
  const outcome = await joinAsFirstSteward(access(), event, body);
  return outcome.kind === 'made' ? new Response(null, { status: 204 }) : joinProblem(outcome);
};
