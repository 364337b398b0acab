import type { Region, RegionDraft } from '../../domain/programme/region';
import type { Member } from '../access/staff';
import { exploredProgramme } from '../explore/explored';
import { services } from '../services';
import { regionFits } from './region-fits';

export type Drawn =
  | { readonly kind: 'drawn'; readonly region: Region }
  /** The signifier is not asked, or has no such space. */
  | { readonly kind: 'bad_request' }
  /** The id is taken by another wish. */
  | { readonly kind: 'conflict' }
  | { readonly kind: 'not_found' };

/** Keeps a region with the server's own date: a device's clock could back-date it. Sending it again changes nothing. */
export async function drawRegion(member: Member, draft: RegionDraft): Promise<Drawn> {
  const { store, now } = services();
  const explored = await exploredProgramme(member.programme);
  if (explored === null) return { kind: 'not_found' };
  if (!regionFits(explored.framework, draft)) return { kind: 'bad_request' };
  const { slug } = member.programme;
  const drawn = { by: member.name, at: now().toISOString() };
  const added = await store.addRegion(slug, { ...draft, drawn });
  if (added === 'other_content') return { kind: 'conflict' };
  if (added === 'added') await audit(member, 'region.drawn', draft.id);
  const region = (await store.regionsOf(slug)).find(({ id }) => id === draft.id);
  return region === undefined ? { kind: 'not_found' } : { kind: 'drawn', region };
}

/** Takes a region out of use; it stays on record with its dates. */
export async function retireRegion(member: Member, id: string): Promise<Drawn> {
  const { store, now } = services();
  const { slug } = member.programme;
  const retired = await store.retireRegion(slug, id, member.name, now());
  if (retired === 'unknown') return { kind: 'not_found' };
  if (retired === 'retired') await audit(member, 'region.retired', id);
  const region = (await store.regionsOf(slug)).find((candidate) => candidate.id === id);
  return region === undefined ? { kind: 'not_found' } : { kind: 'drawn', region };
}

async function audit(member: Member, action: string, subject: string): Promise<void> {
  const { store, now } = services();
  await store.appendAudit({ at: now(), actor: member.id, action, programme: member.programme.slug, subject });
}
