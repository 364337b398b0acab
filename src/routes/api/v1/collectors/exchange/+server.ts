import { ExchangeRequestSchema } from '$lib/protocol/exchange';
import { exchangeCode } from '$lib/server/accept/exchange-code';
import { readJsonBody } from '$lib/server/accept/read-body';
import { problem, storeProblem } from '$lib/server/problem';
import { services } from '$lib/server/services';
import type { RequestHandler } from './$types';

const MAX_BYTES = 1024;

export const POST: RequestHandler = async ({ request, getClientAddress }) => {
  const body = await readJsonBody(request, MAX_BYTES);
  if (body.kind !== 'json') return problem(body.kind === 'too_large' ? 'too_large' : 'bad_request');
  const asked = ExchangeRequestSchema.safeParse(body.value);
  if (!asked.success) return problem('bad_request');
  try {
    const exchanged = await exchangeCode(services(), asked.data.code, getClientAddress());
    if (exchanged.kind === 'problem') return problem(exchanged.problem, undefined, exchanged.retryAfterSeconds);
    return Response.json(exchanged.response);
  } catch (error) {
    const refused = storeProblem(error);
    if (refused !== null) return refused;
    throw error;
  }
};
