import { permits } from '../../domain/programme/staff-role';
import type { CareStory } from '../../protocol/care';
import type { Access } from '../access/access';
import type { Member } from '../access/staff';
import { queueEntry } from './queue-entry';

/**
 * Opens one waiting story; null when there is none that this member may read. Every opening is written down. How to
 * reach somebody, and what readers noted of a concern, is for the safeguarding role only.
 */
export async function openStory({ store, now }: Access, member: Member, id: string): Promise<CareStory | null> {
  const { slug, policies } = member.programme;
  const stored = await store.story(slug, id);
  if (stored === null || stored.reading === 'clear') return null;
  const safeguarding = permits(member.roles, 'help.read');
  if (stored.reading === 'concern' && !safeguarding) return null;
  await store.appendAudit({ at: now(), actor: member.id, action: 'story.opened', programme: slug, subject: id });
  const notes = safeguarding ? await store.readingsOf(slug, id) : [];
  const earlier = safeguarding ? await store.earlierRevisions(slug, id) : [];
  return {
    entry: queueEntry(stored, policies),
    story: stored.story,
    help: safeguarding ? stored.help : null,
    notes: notes.flatMap(({ at, note }) => (note === null ? [] : [{ at: at.toISOString(), note }])),
    ...(earlier.length === 0 ? {} : { earlier }),
  };
}
