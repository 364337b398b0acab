import * as z from 'zod/mini';
import { AcceptAsSignedInRequestSchema, AcceptInvitationRequestSchema } from '$lib/protocol/staff';
import { access } from '$lib/server/access/access-of';
import { acceptAs, acceptNew } from '$lib/server/access/invitations';
import { readBody } from '$lib/server/access/read-body';
import { isOurs } from '$lib/server/access/same-origin';
import { staffOf } from '$lib/server/access/sessions';
import { signIn } from '$lib/server/access/sign-in';
import { problem } from '$lib/server/problem';
import type { RequestHandler } from './$types';

const BodySchema = z.union([AcceptInvitationRequestSchema, AcceptAsSignedInRequestSchema]);

/** Somebody signed in adds the roles to theirs; anybody else makes an account and is signed in with it. */
export const POST: RequestHandler = async (event) => {
  if (!isOurs(event)) return problem('not_allowed');
  const body = await readBody(event.request, BodySchema);
  if (body instanceof Response) return body;
  const staff = await staffOf(access(), event);
  if (staff === null && !('email' in body)) return problem('not_signed_in');
  const outcome =
    staff === null && 'email' in body
      ? await acceptNew(access(), body)
      : await acceptAs(access(), staff?.id ?? '', body.token);
  if (outcome.kind === 'token_not_valid') return problem('token_not_valid', 'This link is used up or too old.');
  if (outcome.kind === 'exists') return problem('conflict', 'This email cannot be used for a new account.');
  if (staff === null && 'email' in body) await signIn(access(), event, body);
  const { programme, roles } = outcome;
  return Response.json({ programme, roles }, { headers: { 'cache-control': 'no-store' } });
};
