import { permits } from '../../domain/programme/staff-role';
import type { Queue } from '../../protocol/care';
import type { Access } from '../access/access';
import type { Member } from '../access/staff';
import { byUrgency, queueEntry } from './queue-entry';

/**
 * The stories waiting for a reading, urgent ones on top, then the one due first. Concerns wait for the safeguarding role and are shown
 * to it only; to a reader such a story is simply no longer waiting.
 */
export async function queueOf({ store, now }: Access, { programme, roles }: Member): Promise<Queue> {
  const { slug, name, state, origin, policies } = programme;
  const seesConcerns = permits(roles, 'help.read');
  const waiting = (await store.queue(slug)).filter(({ reading }) => seesConcerns || reading !== 'concern');
  const entries = waiting.map((stored) => queueEntry(stored, policies));
  entries.sort(byUrgency);
  const calls = (await store.helpCallsOf(slug)).map(({ id, at, audience }) => ({ id, at: at.toISOString(), audience }));
  return { now: now().toISOString(), programme: { slug, name, state, origin }, entries, calls };
}
