import { CallEndSchema } from '$lib/protocol/care';
import { access } from '$lib/server/access/access-of';
import { readBody } from '$lib/server/access/read-body';
import { requirePermission } from '$lib/server/access/require';
import { answerHelpCall } from '$lib/server/care/help-calls';
import { problem } from '$lib/server/problem';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = async (event) => {
  const member = await requirePermission(event, event.params.programme, 'help.read');
  if (member instanceof Response) return member;
  const body = await readBody(event.request, CallEndSchema);
  if (body instanceof Response) return body;
  const { kind } = await answerHelpCall(access(), member, event.params.id, body.note);
  if (kind === 'note_needed') return problem('bad_request', 'Write what was done first. The call still waits.');
  if (kind === 'unknown') return problem('conflict', 'This call was ended meanwhile. Your note was not kept.');
  return new Response(null, { status: 204, headers: { 'cache-control': 'no-store' } });
};
