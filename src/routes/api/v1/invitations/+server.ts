import { InvitationRequestSchema, InvitationResponseSchema } from '$lib/protocol/join';
import { access } from '$lib/server/access/access-of';
import { invite } from '$lib/server/access/invitations';
import { readBody } from '$lib/server/access/read-body';
import { requirePermission } from '$lib/server/access/require';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = async (event) => {
  const body = await readBody(event.request, InvitationRequestSchema);
  if (body instanceof Response) return body;
  const member = await requirePermission(event, body.programme, 'people.invite');
  if (member instanceof Response) return member;
  const { token, expiresAt } = await invite(access(), member, body.roles);
  const made = { link: `${event.url.origin}/invite#${token}`, expiresAt: expiresAt.toISOString() };
  return Response.json(InvitationResponseSchema.parse(made), {
    status: 201,
    headers: { 'cache-control': 'no-store' },
  });
};
