import { redirect } from '@sveltejs/kit';
import { access } from '$lib/server/access/access-of';
import { PASSWORD_LENGTH } from '$lib/server/access/auth';
import { joinByInvitation } from '$lib/server/access/join';
import { staffOf } from '$lib/server/access/sessions';
import { joinFailed, readPerson } from '../join-form.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  event.setHeaders({ 'cache-control': 'no-store' });
  const staff = await staffOf(access(), event);
  return { least: PASSWORD_LENGTH.min, signedInAs: staff?.name ?? null };
};

export const actions: Actions = {
  default: async (event) => {
    const { filled, person } = readPerson(await event.request.formData());
    const signedIn = (await staffOf(access(), event)) !== null;
    if (person === null && !signedIn) return joinFailed('not_filled', filled);
    const outcome = await joinByInvitation(access(), event, person ?? { token: filled.token });
    if (outcome.kind !== 'accepted') return joinFailed(outcome, filled);
    // With a fragment of its own: else the browser carries the link's, which is its token, on to the next address.
    redirect(303, '/#');
  },
};
