import { error, redirect } from '@sveltejs/kit';
import { noteText } from '$lib/server/care/note-text';
import { recordReading } from '$lib/server/care/record-reading';
import { problemMessage } from '$lib/server/problem';
import { services } from '$lib/server/services';
import { enterPage } from '../../../../enter.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { programme } = await enterPage(event, event.params.programme, 'story.clear');
  const { slug, name, state, origin } = programme;
  return { programme: { slug, name, state, origin }, story: event.params.story };
};

export const actions: Actions = {
  default: async (event) => {
    const member = await enterPage(event, event.params.programme, 'story.clear');
    const note = noteText(await event.request.formData());
    const { kind } = await recordReading(services(), member, event.params.story, { outcome: 'concern', note });
    if (kind !== 'recorded') error(404, problemMessage('not_found'));
    redirect(303, `/care/${member.programme.slug}/raised`);
  },
};
