import type { AnsweredCalls, AnsweredNote, CareStory } from '../../protocol/care';
import { seal, type Bond } from '../../sealing/seal';
import type { Access } from '../access/access';
import type { Member } from '../access/staff';
import { staffNames } from '../access/staff-names';
import type { AnsweredFrom, Store } from '../store/port';
import { helpOpened } from './help-opened';

/** Answered calls on one page. */
const ANSWERED_AT_ONCE = 100;

export type CallAnswering =
  | { readonly kind: 'answered' }
  /** It goes from the list only with a note of what was done. */
  | { readonly kind: 'note_needed' }
  /** Somebody else has ended it meanwhile, or there is none. */
  | { readonly kind: 'unknown' };

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

/**
 * Somebody has gone to them, as a member says who may (`help.read`): the call no longer waits. What was done is sealed to
 * the safeguarding role, as who called is; that it was said is written down, its words are not.
 */
export async function answerHelpCall(
  { store, keys, now }: Access,
  member: Member,
  id: string,
  note: string,
): Promise<CallAnswering> {
  const { slug } = member.programme;
  const words = note.trim();
  if (words === '') return { kind: 'note_needed' };
  const sealed = await seal(words, await keys.publicKeyOf(slug), bondOfNote(slug, id));
  // By the days that were counted, as stories: a clock that stands back makes it look no older than it is.
  const today = (await store.calendar())?.today ?? now();
  const at = today > now() ? today : now();
  if ((await store.answerHelpCall(slug, id, { by: member.id, at, note: sealed })) === 'unknown')
    return { kind: 'unknown' };
  await store.appendAudit({ at: now(), actor: member.id, action: 'help.answered', programme: slug, subject: id });
  return { kind: 'answered' };
}

/** Calls that were answered, newest first: when and by whom, for a member who may know (`help.read`). */
export async function answeredCalls(
  access: Access,
  { programme: { slug } }: Member,
  from: AnsweredFrom | null,
): Promise<AnsweredCalls> {
  const { calls, ...beside } = await answeredPage(access.store, slug, from);
  const names = await staffNames(
    access,
    calls.map(({ answeredBy }) => answeredBy),
  );
  const shown = calls.map(({ id, at, audience, answeredAt, answeredBy, note }) => ({
    id,
    at: at.toISOString(),
    audience,
    answeredAt: answeredAt.toISOString(),
    by: names.get(answeredBy) ?? null,
    noted: note !== null,
  }));
  return { calls: shown, ...beside };
}

/** The newest where nothing stands next to `from`, as when it was forgotten meanwhile; and where less than a page is newer. */
async function answeredPage(store: Store, slug: string, from: AnsweredFrom | null) {
  // One more than is shown says whether there are more.
  const most = ANSWERED_AT_ONCE + 1;
  const found = from === null ? [] : await store.answeredCallsOf(slug, most, from);
  const more = found.length === most;
  if (from?.side === 'newer' && more) return { calls: found.slice(1), older: true, newer: true };
  if (from?.side === 'older' && found.length > 0)
    return { calls: found.slice(0, ANSWERED_AT_ONCE), older: more, newer: true };
  const newest = await store.answeredCallsOf(slug, most);
  return { calls: newest.slice(0, ANSWERED_AT_ONCE), older: newest.length === most, newer: false };
}

/** What was done when a call ended, for a member who may know (`help.read`); written down. Null: there is no note. */
export async function openAnsweredNote(
  { store, keys, now }: Access,
  { id: actor, programme: { slug } }: Member,
  id: string,
): Promise<AnsweredNote | null> {
  const call = await store.answeredCall(slug, id);
  if (call === null || call.note === null) return null;
  await store.appendAudit({ at: now(), actor, action: 'help.note_opened', programme: slug, subject: id });
  const opened = await keys.open(call.note, bondOfNote(slug, id));
  return opened.kind === 'opened' ? { text: opened.text } : { text: null };
}

/** Another than that of the call itself: neither opens in the other's place. */
function bondOfNote(programme: string, id: string): Bond {
  return { programme, story: `${id} answered` };
}
