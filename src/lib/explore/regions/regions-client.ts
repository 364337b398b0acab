import type { Region, RegionDraft } from '../../domain/programme/region';
import { API } from '../../protocol/routes';
import { RegionResponseSchema, RegionsResponseSchema } from '../../protocol/sense-making';

/** Why a region could not be kept or fetched; what was drawn stays where it is. */
export type RegionProblem = 'offline' | 'signedOut' | 'forbidden' | 'gone' | 'refused' | 'conflict' | 'failed';

export type RegionsLoaded =
  | { readonly kind: 'regions'; readonly regions: readonly Region[] }
  | { readonly kind: 'problem'; readonly problem: RegionProblem };
export type RegionKept =
  | { readonly kind: 'region'; readonly region: Region }
  | { readonly kind: 'problem'; readonly problem: RegionProblem };

/** Every region of a programme, retired ones too, in the order they were drawn. */
export async function loadRegions(programme: string, get: typeof fetch = fetch): Promise<RegionsLoaded> {
  const body = await asked(() => get(API.regions(programme)));
  if (typeof body === 'string') return { kind: 'problem', problem: body };
  const parsed = RegionsResponseSchema.safeParse(body.json);
  return parsed.success ? { kind: 'regions', regions: parsed.data.regions } : { kind: 'problem', problem: 'failed' };
}

/** Keeps a region; the server dates it. Sending the same draft again is harmless. */
export function keepRegion(programme: string, draft: RegionDraft, send: typeof fetch = fetch): Promise<RegionKept> {
  return kept(() => send(API.regions(programme), post(draft)));
}

/** Takes a region out of use; it stays on record. */
export function retireRegion(programme: string, id: string, send: typeof fetch = fetch): Promise<RegionKept> {
  return kept(() => send(API.retireRegion(programme, id), post({})));
}

function post(body: object): RequestInit {
  return { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
}

async function kept(ask: () => Promise<Response>): Promise<RegionKept> {
  const body = await asked(ask);
  if (typeof body === 'string') return { kind: 'problem', problem: body };
  const parsed = RegionResponseSchema.safeParse(body.json);
  return parsed.success ? { kind: 'region', region: parsed.data.region } : { kind: 'problem', problem: 'failed' };
}

async function asked(ask: () => Promise<Response>): Promise<{ readonly json: unknown } | RegionProblem> {
  const response = await ask().catch(() => null);
  if (response === null) return 'offline';
  if (response.ok) return { json: await response.json().catch(() => null) };
  return PROBLEMS[response.status] ?? 'failed';
}

const PROBLEMS: Readonly<Partial<Record<number, RegionProblem>>> = {
  400: 'refused',
  401: 'signedOut',
  403: 'forbidden',
  404: 'gone',
  409: 'conflict',
  422: 'refused',
};
