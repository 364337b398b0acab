import { PatternNameDraftSchema } from '$lib/domain/programme/pattern-name';
import { readBody } from '$lib/server/access/read-body';
import { requirePermission } from '$lib/server/access/require';
import { namePattern } from '$lib/server/sense-making/name-pattern';
import { services } from '$lib/server/services';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
  const member = await requirePermission(event, event.params.programme, 'columns.read');
  if (member instanceof Response) return member;
  const names = await services().store.patternNamesOf(member.programme.slug);
  return Response.json({ names }, { headers: { 'cache-control': 'no-store' } });
};

export const POST: RequestHandler = async (event) => {
  const member = await requirePermission(event, event.params.programme, 'patterns.name');
  if (member instanceof Response) return member;
  const draft = await readBody(event.request, PatternNameDraftSchema);
  if (draft instanceof Response) return draft;
  const names = await namePattern(member, draft);
  return Response.json({ names }, { headers: { 'cache-control': 'no-store' } });
};
