import { fail, redirect } from '@sveltejs/kit';
import { readCode } from '$lib/domain/programme/collector-code';
import { access } from '$lib/server/access/access-of';
import { formText } from '$lib/server/access/form-text';
import { membershipsOf } from '$lib/server/access/memberships';
import { onlyOpenCollector, publicProgrammes } from '$lib/server/access/public-programmes';
import { staffOf } from '$lib/server/access/sessions';
import { services } from '$lib/server/services';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { store, now } = services();
  const staff = await staffOf(access(), event);
  event.setHeaders({ 'cache-control': 'no-store' });
  const [{ programmes }, collector] = await Promise.all([publicProgrammes(store), onlyOpenCollector(store, now())]);
  return { open: programmes, collector, entrances: staff === null ? null : await membershipsOf(access(), staff.id) };
};

export const actions: Actions = {
  /** Without scripts; with them the code is read on the device, so that it works with no signal. */
  code: async ({ request }) => {
    const typed = formText(await request.formData(), 'code').slice(0, 40);
    const code = readCode(typed);
    if (code !== null) redirect(303, `/t/${code}`);
    return fail(400, { trouble: typed.trim() === '' ? ('missing' as const) : ('not_a_code' as const), typed });
  },
};
