import { FirstStewardRequestSchema } from '$lib/protocol/staff';
import { access } from '$lib/server/access/access-of';
import { makeFirstSteward } from '$lib/server/access/first-steward';
import { readBody } from '$lib/server/access/read-body';
import { isOurs } from '$lib/server/access/same-origin';
import { signIn } from '$lib/server/access/sign-in';
import { problem } from '$lib/server/problem';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = async (event) => {
  if (!isOurs(event)) return problem('not_allowed');
  const body = await readBody(event.request, FirstStewardRequestSchema);
  if (body instanceof Response) return body;
  const made = await makeFirstSteward(access(), body);
  if (made.kind === 'token_not_valid') return problem('token_not_valid', 'This link is used up or too old.');
  if (made.kind === 'exists') return problem('conflict', 'This email cannot be used for a new account.');
  await signIn(access(), event, body);
  return new Response(null, { status: 204 });
};
