import { permits } from '../domain/programme/staff-role';
import { MeSchema, type Membership } from '../protocol/staff';
import { API } from '../protocol/routes';
import type { LoadFailure } from './kernel-messages';

export type ProgrammesAnswer =
  | { readonly kind: 'programmes'; readonly programmes: readonly Membership[] }
  | { readonly kind: 'failed'; readonly failure: LoadFailure };

/** The programmes whose stories the signed-in person may explore, or whose released tables they may see. */
export async function loadProgrammes(get: typeof fetch): Promise<ProgrammesAnswer> {
  const response = await get(API.me).catch(() => null);
  if (response === null) return { kind: 'failed', failure: 'offline' };
  if (response.status === 401) return { kind: 'failed', failure: 'not_signed_in' };
  if (!response.ok) return { kind: 'failed', failure: 'server_fault' };
  const parsed = MeSchema.safeParse(await response.json().catch(() => null));
  if (!parsed.success) return { kind: 'failed', failure: 'unreadable' };
  const programmes = parsed.data.memberships.filter((membership) => permits(membership.roles, 'release.read'));
  return { kind: 'programmes', programmes };
}
