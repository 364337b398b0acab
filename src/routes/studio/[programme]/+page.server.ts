import { redirect } from '@sveltejs/kit';
import { enterPage } from '../../enter.server';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { programme } = await enterPage(event, event.params.programme, 'programme.manage');
  redirect(303, `/studio/${programme.slug}/telling`);
};
