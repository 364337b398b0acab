import type { EpochAnswer } from '$lib/protocol/epoch';
import { services } from '$lib/server/services';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async () => {
  const answer: EpochAnswer = { epoch: await services().store.epoch() };
  return Response.json(answer, { headers: { 'cache-control': 'no-store' } });
};
