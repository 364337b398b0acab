import type { Access } from '../access/access';
import type { Member } from '../access/staff';
import type { CareStory } from '../../protocol/care';
import { helpOpened } from './help-opened';

/** Who called for help and where they are, for a member who may know (`help.read`); written down. Null: no such call. */
export async function openHelpCall(
  { store, keys, now }: Access,
  { id: actor, programme: { slug } }: Member,
  id: string,
): Promise<CareStory['help']> {
  const call = (await store.helpCallsOf(slug)).find((waiting) => waiting.id === id);
  if (call === undefined) return null;
  await store.appendAudit({ at: now(), actor, action: 'help.opened', programme: slug, subject: id });
  const { sealed } = call;
  return helpOpened(keys, { wanted: true, contact: null, sealed }, { programme: slug, story: id });
}

/** Somebody has gone to them: the call no longer waits. */
export async function answerHelpCall({ store, now }: Access, member: Member, id: string): Promise<void> {
  const { slug } = member.programme;
  if ((await store.answerHelpCall(slug, id, member.id, now())) === 'unknown') return;
  await store.appendAudit({ at: now(), actor: member.id, action: 'help.answered', programme: slug, subject: id });
}
