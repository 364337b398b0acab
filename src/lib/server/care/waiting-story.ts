import { permits } from '../../domain/programme/staff-role';
import type { Access } from '../access/access';
import type { Member } from '../access/staff';
import type { StoredStory } from '../store/port';

/** A waiting story that this member may read, with whatever belongs to it; null for every other. */
export async function waitingStory({ store }: Access, member: Member, id: string): Promise<StoredStory | null> {
  const stored = await store.story(member.programme.slug, id);
  if (stored === null || stored.reading === 'clear') return null;
  return stored.reading === 'concern' && !permits(member.roles, 'help.read') ? null : stored;
}
