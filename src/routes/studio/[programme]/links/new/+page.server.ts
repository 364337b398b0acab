import { error, fail, redirect } from '@sveltejs/kit';
import { knownFramework } from '$lib/server/accept/known-frameworks';
import { formText } from '$lib/server/access/form-text';
import { addCollector } from '$lib/server/collectors/add-collector';
import type { AskedCollector } from '$lib/domain/programme/asked-collector';
import { presetPlaces } from '$lib/server/collectors/wanted-collector';
import { services } from '$lib/server/services';
import { enterPage } from '../../../../enter.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { programme } = await enterPage(event, event.params.programme, 'programme.manage');
  const { slug, name, state, origin } = programme;
  const framework = await knownFramework(services().store, programme.framework);
  const places = framework === null ? [] : presetPlaces(programme, framework);
  return { programme: { slug, name, state, origin }, audiences: framework?.audiences ?? [], places };
};

export const actions: Actions = {
  default: async (event) => {
    const member = await enterPage(event, event.params.programme, 'collectors.manage');
    const form = await event.request.formData();
    const asked: AskedCollector = {
      name: formText(form, 'name'),
      device: formText(form, 'device'),
      audiences: form.getAll('audiences').map(String),
      from: formText(form, 'from'),
      until: formText(form, 'until'),
      place: formText(form, 'place'),
    };
    const { slug } = member.programme;
    const added = await addCollector(services(), member.id, slug, asked);
    if (added.kind === 'faults') return fail(400, { asked, faults: added.faults });
    // The page said so instead of showing a form: only an old page can still ask.
    if (added.kind !== 'added') error(409);
    redirect(303, `/studio/${slug}/links/${added.collector.code}?made`);
  },
};
