import { acceptHelpCall } from '$lib/server/accept/accept-help-call';
import { readJsonBody } from '$lib/server/accept/read-body';
import { problem, storeProblem } from '$lib/server/problem';
import { services } from '$lib/server/services';
import { bearerToken } from '$lib/server/token';
import type { RequestHandler } from './$types';

const MAX_BYTES = 16 * 1024;

export const POST: RequestHandler = async ({ request }) => {
  const body = await readJsonBody(request, MAX_BYTES);
  if (body.kind !== 'json') return problem(body.kind === 'too_large' ? 'too_large' : 'bad_request');
  try {
    const answer = await acceptHelpCall(services(), bearerToken(request), body.value);
    if (answer.kind === 'problem') return problem(answer.problem, undefined, answer.retryAfterSeconds);
    return Response.json({ id: answer.id, outcome: 'stored' });
  } catch (error) {
    const refused = storeProblem(error);
    if (refused !== null) return refused;
    throw error;
  }
};
