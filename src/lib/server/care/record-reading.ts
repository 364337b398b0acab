import { permits } from '../../domain/programme/staff-role';
import type { ReadingRequest } from '../../protocol/care';
import type { Member } from '../access/staff';
import { releasingFiles } from '../media/releasing-files';
import type { Services } from '../services';

export type ReadingOutcome =
  | { readonly kind: 'recorded' }
  | { readonly kind: 'not_found' }
  /** Somebody raised a concern in the meantime; only the safeguarding role decides about it. */
  | { readonly kind: 'conflict' };

/** A trained person's check. A concern can also be raised about a story that was cleared: its words are held again. */
export async function recordReading(
  services: Services,
  member: Member,
  id: string,
  { outcome, note }: ReadingRequest,
): Promise<ReadingOutcome> {
  const { store, now } = services;
  const { slug } = member.programme;
  const stored = await store.story(slug, id);
  if (stored === null) return { kind: 'not_found' };
  if (stored.reading === 'concern' && outcome === 'clear' && !permits(member.roles, 'help.read')) {
    return { kind: 'conflict' };
  }
  const at = now();
  const kept = note?.trim() ?? '';
  const reading = { outcome, reader: member.id, at, note: kept === '' ? null : kept };
  // Settling a concern lets go of what was kept for it alone.
  const recorded = await releasingFiles(services, slug, [id], () => store.recordReading(slug, id, reading));
  if (recorded === 'unknown') return { kind: 'not_found' };
  await store.appendAudit({ at, actor: member.id, action: `story.${outcome}`, programme: slug, subject: id });
  return { kind: 'recorded' };
}
