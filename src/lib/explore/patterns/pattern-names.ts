import type { PatternName, PatternNameDraft } from '../../domain/programme/pattern-name';
import { API } from '../../protocol/routes';
import { PatternNamesResponseSchema } from '../../protocol/sense-making';

export type NamesAnswer =
  | { readonly kind: 'names'; readonly names: readonly PatternName[] }
  | { readonly kind: 'refused' | 'forbidden' | 'signedOut' | 'failed' };

/** Every name that people gave the patterns of a programme, oldest first. */
export async function loadNames(programme: string, get: typeof fetch = fetch): Promise<NamesAnswer> {
  return answerOf(await get(API.patternNames(programme)).catch(() => null));
}

/** Adds a name; earlier ones stay on record. */
export async function sendName(
  programme: string,
  draft: PatternNameDraft,
  send: typeof fetch = fetch,
): Promise<NamesAnswer> {
  const request = {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(draft),
  };
  return answerOf(await send(API.patternNames(programme), request).catch(() => null));
}

async function answerOf(response: Response | null): Promise<NamesAnswer> {
  if (response === null) return { kind: 'failed' };
  if (response.status === 401) return { kind: 'signedOut' };
  if (response.status === 403 || response.status === 404) return { kind: 'forbidden' };
  if (response.status === 400 || response.status === 422) return { kind: 'refused' };
  if (!response.ok) return { kind: 'failed' };
  const parsed = PatternNamesResponseSchema.safeParse(await response.json().catch(() => null));
  return parsed.success ? { kind: 'names', names: parsed.data.names } : { kind: 'failed' };
}
