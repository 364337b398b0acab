import { MAX_BATCH_BYTES } from '../../protocol/push';
import { busyProblem, problem, storeProblem } from '../problem';
import type { Services } from '../services';
import { bearerToken } from '../token';
import { acceptPush } from './accept-push';
import { readJsonBody, type Sent } from './read-body';

/** A push as it comes over HTTP, and its answer. @throws what is a fault of ours */
export async function answerPush(services: Services, request: Sent): Promise<Response> {
  const { log, store } = services;
  // Said before a body is read and inflated: the memory for it is what is short.
  if (store.busy()) return busyProblem();
  const body = await readJsonBody(request, MAX_BATCH_BYTES);
  if (body.kind !== 'json') return problem(body.kind === 'too_large' ? 'too_large' : 'bad_request');
  try {
    const answer = await acceptPush(services, bearerToken(request), body.value);
    if (answer.kind === 'problem') return problem(answer.problem, undefined, answer.retryAfterSeconds);
    log.info({ outcomes: answer.response.outcomes.map(({ outcome }) => outcome) }, 'push');
    return Response.json(answer.response);
  } catch (error) {
    const refused = storeProblem(error);
    if (refused !== null) return refused;
    throw error;
  }
}
