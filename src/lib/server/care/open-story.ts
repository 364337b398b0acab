import { permits } from '../../domain/programme/staff-role';
import type { CareStory } from '../../protocol/care';
import type { Access } from '../access/access';
import type { Member } from '../access/staff';
import { shownFiles } from '../media/shown-files';
import { clearingOf } from './clearing';
import { helpOpened } from './help-opened';
import { queueEntry } from './queue-entry';
import { seenOf } from './seen';
import { waitingStory } from './waiting-story';

/**
 * Opens one waiting story; null when there is none that this member may read. Every opening is written down. How to
 * reach somebody, and what was noted of a concern, is for the safeguarding role only.
 */
export async function openStory(access: Access, member: Member, id: string): Promise<CareStory | null> {
  const { store, keys, now } = access;
  const { slug, policies } = member.programme;
  const stored = await waitingStory(access, member, id);
  if (stored === null) return null;
  const safeguarding = permits(member.roles, 'help.read');
  await store.appendAudit({ at: now(), actor: member.id, action: 'story.opened', programme: slug, subject: id });
  const help = safeguarding ? await helpOpened(keys, stored.help, { programme: slug, story: id }) : null;
  if (help?.contact !== null && help !== null) {
    await store.appendAudit({ at: now(), actor: member.id, action: 'help.opened', programme: slug, subject: id });
  }
  const notes = safeguarding ? await store.readingsOf(slug, id) : [];
  const earlier = [];
  for (const story of safeguarding ? await store.earlierRevisions(slug, id) : [])
    earlier.push({ story, files: await shownFiles(store, story) });
  const files = await shownFiles(store, stored.story);
  return {
    entry: queueEntry(stored, policies),
    story: stored.story,
    files,
    seen: seenOf(stored, files),
    clearing: clearingOf(stored, member.roles),
    help,
    notes: notes.flatMap(({ at, outcome, note }) => (note === null ? [] : [{ at: at.toISOString(), outcome, note }])),
    ...(earlier.length === 0 ? {} : { earlier }),
  };
}
