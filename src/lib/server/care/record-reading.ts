import type { ReadingRequest } from '../../protocol/care';
import type { Member } from '../access/staff';
import { releasingFiles } from '../media/releasing-files';
import { shownFiles } from '../media/shown-files';
import type { Services } from '../services';
import { clearingOf } from './clearing';
import { seenOf } from './seen';

export type ReadingOutcome =
  | { readonly kind: 'recorded' }
  | { readonly kind: 'not_found' }
  /** Somebody raised a concern in the meantime; only the safeguarding role decides about it. */
  | { readonly kind: 'conflict' }
  /** Its teller asked for help: only the safeguarding role says that it was given. */
  | { readonly kind: 'asked_for_help' }
  /** It goes from the list only with a note of what was done. */
  | { readonly kind: 'note_needed' }
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
  const kept = note?.trim() ?? '';
  const clearing = outcome === 'clear' ? clearingOf(stored, member.roles) : null;
  if (clearing === 'by_safeguarding') return { kind: stored.reading === 'concern' ? 'conflict' : 'asked_for_help' };
  if (outcome === 'clear' && seen !== seenOf(stored, await shownFiles(store, stored.story))) return { kind: 'changed' };
  if (clearing === 'with_note' && kept === '') return { kind: 'note_needed' };
  const at = now();
  const over = outcome === 'clear' ? { over: { revision: stored.story.revision, reading: stored.reading } } : {};
  const reading = { outcome, reader: member.id, at, note: kept === '' ? null : kept, ...over };
  // Settling a concern lets go of what was kept for it alone.
  const recorded = await releasingFiles(services, slug, [id], () => store.recordReading(slug, id, reading));
  if (recorded === 'unknown') return { kind: (await store.story(slug, id)) === null ? 'not_found' : 'changed' };
  await store.appendAudit({ at, actor: member.id, action: `story.${outcome}`, programme: slug, subject: id });
  return { kind: 'recorded' };
}
