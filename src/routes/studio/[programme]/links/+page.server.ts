import { services } from '$lib/server/services';
import { listedCollectors } from '$lib/server/collectors/listed-collectors';
import { enterPage } from '../../../enter.server';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { programme } = await enterPage(event, event.params.programme, 'programme.manage');
  const { slug, name, state, origin } = programme;
  const links = await listedCollectors(services(), programme);
  const closed = links.find(({ code }) => code === event.url.searchParams.get('closed'));
  return { programme: { slug, name, state, origin }, links, base: event.url.origin, closed: closed?.name ?? null };
};
