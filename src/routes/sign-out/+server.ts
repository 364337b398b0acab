import { access } from '$lib/server/access/access-of';
import { isOurs } from '$lib/server/access/same-origin';
import { endSession } from '$lib/server/access/sessions';
import { problem } from '$lib/server/problem';
import type { RequestHandler } from './$types';

/** `cache` only: `storage` holds the stories of this device that have not arrived yet. */
export const POST: RequestHandler = async (event) => {
  if (!isOurs(event)) return problem('not_allowed');
  await endSession(access(), event);
  return new Response(null, { status: 303, headers: { location: '/', 'clear-site-data': '"cache"' } });
};
