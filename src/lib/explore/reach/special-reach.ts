import { API } from '../../protocol/routes';
import { ReachResponseSchema, type ReachResponse } from '../../protocol/reach';

/** Counts of the special questions; null when they could not be fetched. */
export async function specialReach(programme: string, get: typeof fetch = fetch): Promise<ReachResponse | null> {
  const response = await get(API.reach(programme)).catch(() => null);
  if (!response?.ok) return null;
  const parsed = ReachResponseSchema.safeParse(await response.json().catch(() => null));
  return parsed.success ? parsed.data : null;
}
