import { MAX_BATCH_BYTES } from '$lib/protocol/push';
import { acceptPush } from '$lib/server/accept/accept-push';
import { readJsonBody } from '$lib/server/accept/read-body';
import { busyProblem, problem, storeProblem } from '$lib/server/problem';
import { services } from '$lib/server/services';
import { bearerToken } from '$lib/server/token';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = async ({ request }) => {
  const { log, store } = services();
  // Said before a body is read and inflated: the memory for it is what is short.
  if (store.busy()) return busyProblem();
  const body = await readJsonBody(request, MAX_BATCH_BYTES);
  if (body.kind !== 'json') return problem(body.kind === 'too_large' ? 'too_large' : 'bad_request');
  try {
    const answer = await acceptPush(services(), bearerToken(request), body.value);
    if (answer.kind === 'problem') return problem(answer.problem, undefined, answer.retryAfterSeconds);
    log.info({ outcomes: answer.response.outcomes.map(({ outcome }) => outcome) }, 'push');
    return Response.json(answer.response);
  } catch (error) {
    const refused = storeProblem(error);
    if (refused !== null) return refused;
    throw error;
  }
};
