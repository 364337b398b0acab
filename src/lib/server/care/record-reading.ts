import { permits } from '../../domain/programme/staff-role';
import type { ReadingRequest } from '../../protocol/care';
import type { Member } from '../access/staff';
import { releasingFiles } from '../media/releasing-files';
import { shownFiles } from '../media/shown-files';
import type { Services } from '../services';
import { seenOf } from './seen';

export type ReadingOutcome =
  | { readonly kind: 'recorded' }
  | { readonly kind: 'not_found' }
  /** Somebody raised a concern in the meantime; only the safeguarding role decides about it. */
  | { readonly kind: 'conflict' }
  /** Its teller changed it, or a file of it arrived, after it was opened: what is there now nobody has read. */
  | { readonly kind: 'changed' };

/** A trained person's check. A concern can also be raised about a story that was cleared: its words are held again. */
export async function recordReading(
  services: Services,
  member: Member,
  id: string,
  { outcome, note, seen }: ReadingRequest,
): Promise<ReadingOutcome> {
  const { store, now } = services;
  const { slug } = member.programme;
  const stored = await store.story(slug, id);
  if (stored === null) return { kind: 'not_found' };
  if (stored.reading === 'concern' && outcome === 'clear' && !permits(member.roles, 'help.read')) {
    return { kind: 'conflict' };
  }
  if (outcome === 'clear' && seen !== seenOf(stored, await shownFiles(store, stored.story))) return { kind: 'changed' };
  const at = now();
  const kept = note?.trim() ?? '';
  const over = outcome === 'clear' ? { over: { revision: stored.story.revision, reading: stored.reading } } : {};
  const reading = { outcome, reader: member.id, at, note: kept === '' ? null : kept, ...over };
  // Settling a concern lets go of what was kept for it alone.
  const recorded = await releasingFiles(services, slug, [id], () => store.recordReading(slug, id, reading));
  if (recorded === 'unknown') return { kind: (await store.story(slug, id)) === null ? 'not_found' : 'changed' };
  await store.appendAudit({ at, actor: member.id, action: `story.${outcome}`, programme: slug, subject: id });
  return { kind: 'recorded' };
}
