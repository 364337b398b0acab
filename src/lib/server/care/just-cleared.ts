import type { QueueEntry } from '../../protocol/care';
import type { Access } from '../access/access';
import type { Member } from '../access/staff';
import { queueEntry } from './queue-entry';

/**
 * The story that the address says was just cleared, as the queue knew it: its title would be words of a story, and the
 * next one stands on the screen. Null where it is not cleared, or gone since.
 */
export async function justCleared({ store }: Access, member: Member, id: string | null): Promise<QueueEntry | null> {
  if (id === null) return null;
  const { slug, policies } = member.programme;
  const stored = await store.story(slug, id);
  return stored?.reading === 'clear' ? queueEntry(stored, policies) : null;
}
