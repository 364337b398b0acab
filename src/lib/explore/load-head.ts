import { ExploreHeadSchema, type ExploreHead } from '../protocol/explore';
import { API } from '../protocol/routes';
import type { LoadFailure } from './kernel-messages';

export type HeadAnswer =
  | { readonly kind: 'head'; readonly head: ExploreHead }
  | { readonly kind: 'failed'; readonly failure: LoadFailure };

const FAILURES: Readonly<Record<number, LoadFailure>> = { 401: 'not_signed_in', 403: 'not_allowed', 404: 'not_found' };

/** The programme's words and places. */
export async function loadHead(programme: string, get: typeof fetch): Promise<HeadAnswer> {
  const response = await get(API.exploreHead(programme)).catch(() => null);
  if (response === null) return { kind: 'failed', failure: 'offline' };
  if (!response.ok) return { kind: 'failed', failure: FAILURES[response.status] ?? 'server_fault' };
  const body: unknown = await response.json().catch(() => null);
  const parsed = ExploreHeadSchema.safeParse(body);
  return parsed.success ? { kind: 'head', head: parsed.data } : { kind: 'failed', failure: 'unreadable' };
}
