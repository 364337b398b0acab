import { redirect } from '@sveltejs/kit';
import { access } from '$lib/server/access/access-of';
import { joinAsFirstSteward } from '$lib/server/access/join';
import { joinFailed, readPerson } from '../join-form.server';
import type { Actions, PageServerLoad } from './$types';
import { PASSWORD_LENGTH } from '$lib/server/access/auth';

export const load: PageServerLoad = (event) => {
  event.setHeaders({ 'cache-control': 'no-store' });
  return { least: PASSWORD_LENGTH.min };
};

export const actions: Actions = {
  default: async (event) => {
    const { filled, person } = readPerson(await event.request.formData());
    if (person === null) return joinFailed('not_filled', filled);
    const outcome = await joinAsFirstSteward(access(), event, person);
    if (outcome.kind !== 'made') return joinFailed(outcome, filled);
    // With a fragment of its own: else the browser carries the link's, which is its token, on to the next address.
    redirect(303, '/#');
  },
};
