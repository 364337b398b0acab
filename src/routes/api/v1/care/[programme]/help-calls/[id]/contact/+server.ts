import { access } from '$lib/server/access/access-of';
import { requirePermission } from '$lib/server/access/require';
import { openHelpCall } from '$lib/server/care/help-calls';
import { problem } from '$lib/server/problem';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
  const member = await requirePermission(event, event.params.programme, 'help.read');
  if (member instanceof Response) return member;
  const contact = await openHelpCall(access(), member, event.params.id);
  if (contact === null) return problem('not_found');
  return Response.json(contact, { headers: { 'cache-control': 'no-store' } });
};
