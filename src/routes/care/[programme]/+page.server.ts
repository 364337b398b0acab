import { fail, redirect } from '@sveltejs/kit';
import * as z from 'zod/mini';
import { ageWords } from '$lib/care/about-words';
import { clearedWords } from '$lib/care/entry-words';
import { UuidSchema } from '$lib/domain/identifiers';
import { permits } from '$lib/domain/programme/staff-role';
import { translator } from '$lib/i18n/catalogue';
import { care } from '$lib/i18n/en/care';
import { access } from '$lib/server/access/access-of';
import { noteText } from '$lib/server/care/note-text';
import { answeredCalls, answerHelpCall, openAnsweredNote, openHelpCall } from '$lib/server/care/help-calls';
import { justCleared } from '$lib/server/care/just-cleared';
import { queueOf } from '$lib/server/care/queue';
import { services } from '$lib/server/services';
import type { AnsweredFrom } from '$lib/server/store/port';
import { enterPage } from '../../enter.server';
import { TIME_ZONE } from '$lib/domain/programme/local-day';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const member = await enterPage(event, event.params.programme, 'queue.read');
  const [queue, framework, cleared] = await Promise.all([
    queueOf(access(), member),
    services().store.framework(member.programme.framework),
    justCleared(access(), member, event.url.searchParams.get('cleared')),
  ]);
  const ages = ageWords(framework);
  const seesContacts = permits(member.roles, 'help.read');
  const from = answeredFrom(event.url.searchParams);
  return {
    queue,
    ages,
    timeZone: TIME_ZONE,
    cleared: cleared === null ? null : clearedWords(translator(care), cleared, ages),
    taken: event.url.searchParams.has('taken'),
    seesContacts,
    answered: seesContacts ? await answeredCalls(access(), member, from) : null,
    answeredFrom: from,
    ended: event.url.searchParams.has('ended'),
  };
};

/** Which of the calls that were ended: `?older=` and `?newer=` than one of them; the newest where neither is asked for. */
function answeredFrom(asked: URLSearchParams): AnsweredFrom | null {
  for (const side of ['older', 'newer'] as const) {
    const than = UuidSchema.safeParse(asked.get(side));
    if (than.success) return { side, than: than.data };
  }
  return null;
}

const CallSchema = z.object({ id: UuidSchema });

async function called(event: Parameters<NonNullable<Actions['open']>>[0]) {
  const member = await enterPage(event, event.params.programme, 'help.read');
  const form = await event.request.formData();
  const asked = CallSchema.safeParse(Object.fromEntries(form));
  return { member, id: asked.success ? asked.data.id : '', note: noteText(form) };
}

export const actions: Actions = {
  open: async (event) => {
    const { member, id } = await called(event);
    return { call: id, help: await openHelpCall(access(), member, id) };
  },
  answered: async (event) => {
    const { member, id, note } = await called(event);
    const { kind } = await answerHelpCall(access(), member, id, note);
    // What was written stays: the page is shown anew with it.
    if (kind === 'note_needed') return fail(400, { call: id, refused: kind, note });
    if (kind === 'unknown') return fail(409, { call: id, refused: kind, note });
    redirect(303, `/care/${member.programme.slug}?ended`);
  },
  note: async (event) => {
    const { member, id } = await called(event);
    return { call: id, done: await openAnsweredNote(access(), member, id) };
  },
};
