import { problem } from '$lib/server/problem';
import { services } from '$lib/server/services';
import type { RequestHandler } from './$types';

/** The store answers too: requests may be sent here. */
export const GET: RequestHandler = async () => {
  try {
    if (await services().store.ready()) {
      return Response.json({ status: 'ready' }, { headers: { 'cache-control': 'no-store' } });
    }
  } catch {
    // not ready, for whatever reason: the store's own errors are logged where they happen
  }
  return problem('busy', undefined, 5);
};
