import * as z from 'zod/mini';
import { access } from '$lib/server/access/access-of';
import { readBody } from '$lib/server/access/read-body';
import { isOurs } from '$lib/server/access/same-origin';
import { endSession } from '$lib/server/access/sessions';
import { signIn } from '$lib/server/access/sign-in';
import { isSecure } from '$lib/server/access/staff';
import { problem } from '$lib/server/problem';
import type { RequestHandler } from './$types';

/**
 * The sign-in library's own addresses, as far as they are let through: what it can do beyond these (making accounts,
 * changing or deleting them) is either ours to decide or not offered.
 */
const SignInSchema = z.object({ email: z.string(), password: z.string().check(z.maxLength(1024)) });

export const GET: RequestHandler = (event) =>
  event.params.all === 'get-session' ? access().auth(isSecure(event)).handler(event.request) : problem('not_found');

export const POST: RequestHandler = async (event) => {
  if (!isOurs(event)) return problem('not_allowed');
  if (event.params.all === 'sign-out') {
    await endSession(access(), event);
    return Response.json({ success: true });
  }
  if (event.params.all !== 'sign-in/email') return problem('not_found');
  const body = await readBody(event.request, SignInSchema);
  if (body instanceof Response) return body;
  const outcome = await signIn(access(), event, body);
  switch (outcome.kind) {
    case 'signed_in':
      return Response.json({ success: true });
    case 'refused':
      return problem('not_signed_in', 'Check the email and the password and try again.');
    case 'too_many_tries':
      return problem('too_many_tries', undefined, outcome.retryAfterSeconds);
  }
};
