import { error, fail, redirect } from '@sveltejs/kit';
import { ageWords } from '$lib/care/about-words';
import { clearedWords } from '$lib/care/entry-words';
import { readingOf } from '$lib/care/reading-of';
import { translator } from '$lib/i18n/catalogue';
import { care } from '$lib/i18n/en/care';
import { access } from '$lib/server/access/access-of';
import { formText } from '$lib/server/access/form-text';
import { noteText } from '$lib/server/care/note-text';
import { justCleared } from '$lib/server/care/just-cleared';
import { openStory } from '$lib/server/care/open-story';
import { queueOf } from '$lib/server/care/queue';
import { recordReading } from '$lib/server/care/record-reading';
import { problemMessage } from '$lib/server/problem';
import { services } from '$lib/server/services';
import { enterPage } from '../../../enter.server';
import { TIME_ZONE } from '$lib/domain/programme/local-day';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const member = await enterPage(event, event.params.programme, 'queue.read');
  const opened = await openStory(access(), member, event.params.story);
  // Read by somebody else in the meantime: back to what still waits.
  if (opened === null) redirect(303, `/care/${member.programme.slug}`);
  const { store, now } = services();
  const framework = await store.framework(opened.story.framework);
  const cleared = await justCleared(access(), member, event.url.searchParams.get('cleared'));
  const { slug, name, state, origin, areaSchemes } = member.programme;
  const surroundings = { framework, schemes: areaSchemes, now: now(), timeZone: TIME_ZONE };
  return {
    programme: { slug, name, state, origin },
    reading: readingOf(translator(care), opened, surroundings),
    changed: event.url.searchParams.has('changed'),
    cleared: cleared === null ? null : clearedWords(translator(care), cleared, ageWords(framework)),
  };
};

export const actions: Actions = {
  clear: async (event) => {
    const member = await enterPage(event, event.params.programme, 'story.clear');
    const form = await event.request.formData();
    const seen = formText(form, 'seen');
    const note = noteText(form);
    const { kind } = await recordReading(services(), member, event.params.story, { outcome: 'clear', seen, note });
    if (kind === 'not_found') error(404, problemMessage(kind));
    // What was written stays: the page is shown anew with it.
    if (kind === 'changed' && note !== '') return fail(409, { refused: kind, note });
    if (kind === 'changed') redirect(303, `/care/${member.programme.slug}/${event.params.story}?changed`);
    if (kind === 'note_needed') return fail(400, { refused: kind, note });
    if (kind === 'asked_for_help') return fail(403, { refused: kind, note });
    if (kind === 'conflict') redirect(303, `/care/${member.programme.slug}?taken`);
    const { entries } = await queueOf(access(), member);
    const queue = `/care/${member.programme.slug}`;
    const [next] = entries;
    redirect(303, `${next === undefined ? queue : `${queue}/${next.id}`}?cleared=${event.params.story}`);
  },
};
