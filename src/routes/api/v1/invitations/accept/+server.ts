import * as z from 'zod/mini';
import { AcceptAsSignedInRequestSchema, AcceptInvitationRequestSchema } from '$lib/protocol/join';
import { access } from '$lib/server/access/access-of';
import { joinByInvitation } from '$lib/server/access/join';
import { joinProblem } from '$lib/server/access/join-problem';
import { readBody } from '$lib/server/access/read-body';
import { isOurs } from '$lib/server/access/same-origin';
import { problem } from '$lib/server/problem';
import type { RequestHandler } from './$types';

const BodySchema = z.union([AcceptInvitationRequestSchema, AcceptAsSignedInRequestSchema]);

/** Somebody signed in adds the roles to theirs; anybody else makes an account and is signed in with it. */
export const POST: RequestHandler = async (event) => {
  if (!isOurs(event)) return problem('not_allowed');
  const body = await readBody(event.request, BodySchema);
  if (body instanceof Response) return body;
  const outcome = await joinByInvitation(access(), event, body);
  if (outcome.kind !== 'accepted') return joinProblem(outcome);
  const { programme, roles } = outcome;
  return Response.json(
    { programme, roles },
    {
      headers: { 'cache-control': 'no-store' },
    },
  );
};
