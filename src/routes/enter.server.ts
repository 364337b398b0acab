import { error, redirect } from '@sveltejs/kit';
import type { Permission } from '$lib/domain/programme/staff-role';
import { access } from '$lib/server/access/access-of';
import { enter } from '$lib/server/access/enter';
import type { Member, StaffEvent } from '$lib/server/access/staff';
import { problemMessage } from '$lib/server/problem';

interface PageEvent extends StaffEvent {
  setHeaders(headers: Record<string, string>): void;
}

/**
 * For a page: the member who may do this in this programme. Signing in comes first and leads back here; a programme
 * that does not exist or is not theirs is 404, a role that is missing 403.
 *
 *     export const load = async (event) => { const member = await enterPage(event, event.params.programme, 'queue.read'); … }
 */
export async function enterPage(event: PageEvent, programme: string, permission: Permission): Promise<Member> {
  const entry = await enter(access(), event, programme, permission);
  if (entry.kind === 'not_signed_in') signInFirst(event);
  if (entry.kind !== 'entered') {
    error(entry.kind === 'not_found' ? 404 : 403, problemMessage(entry.kind));
  }
  // Nothing that staff see is kept by a browser: after signing out the way back shows nothing. Answers to a POST are
  // not kept anyway, and there the action and the load of one request both come through here.
  if (event.request.method === 'GET') event.setHeaders({ 'cache-control': 'no-store' });
  return entry.member;
}

export function signInFirst({ url }: Pick<StaffEvent, 'url'>): never {
  redirect(303, `/sign-in?next=${encodeURIComponent(url.pathname + url.search)}`);
}
