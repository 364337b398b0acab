import { error, redirect } from '@sveltejs/kit';
import { closeCollector } from '$lib/server/collectors/close-collector';
import { listedCollectors } from '$lib/server/collectors/listed-collectors';
import { problemMessage } from '$lib/server/problem';
import { services } from '$lib/server/services';
import { enterPage } from '../../../../enter.server';
import { sheetIn, sheetLanguages } from './sheet.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { programme } = await enterPage(event, event.params.programme, 'programme.manage');
  const { slug, name, state, origin } = programme;
  const links = await listedCollectors(services(), programme);
  const link = links.find(({ code }) => code === event.params.code);
  if (link === undefined) error(404, problemMessage('not_found'));
  const { url } = event;
  return {
    programme: { slug, name, state, origin },
    link,
    base: url.origin,
    made: url.searchParams.has('made'),
    languages: sheetLanguages(programme),
    sheet: await sheetIn(programme, url.searchParams.get('in')),
  };
};

export const actions: Actions = {
  close: async (event) => {
    const member = await enterPage(event, event.params.programme, 'collectors.manage');
    const { slug } = member.programme;
    const { code } = event.params;
    if ((await closeCollector(services(), member.id, slug, code)) === 'unknown')
      error(404, problemMessage('not_found'));
    redirect(303, `/studio/${slug}/links?closed=${code}`);
  },
};
