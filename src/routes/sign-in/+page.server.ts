import { fail, redirect } from '@sveltejs/kit';
import { access } from '$lib/server/access/access-of';
import { formText } from '$lib/server/access/form-text';
import { nextPath } from '$lib/server/access/next-path';
import { staffOf } from '$lib/server/access/sessions';
import { signIn } from '$lib/server/access/sign-in';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  event.setHeaders({ 'cache-control': 'no-store' });
  if ((await staffOf(access(), event)) !== null) redirect(303, nextOf(event.url));
};

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    const email = formText(form, 'email');
    const outcome = await signIn(access(), event, { email, password: formText(form, 'password') });
    switch (outcome.kind) {
      case 'signed_in':
        redirect(303, nextOf(event.url));
      // oxlint-disable-next-line no-fallthrough -- redirect throws
      case 'refused':
        return fail(401, { email, seconds: null });
      case 'too_many_tries':
        return fail(429, { email, seconds: outcome.retryAfterSeconds });
    }
  },
};

function nextOf(url: URL): string {
  return nextPath(url.searchParams.get('next'), url.origin);
}
