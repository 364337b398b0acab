import { fail } from '@sveltejs/kit';
import { FirstStewardRequestSchema } from '$lib/protocol/join';
import { formText } from '$lib/server/access/form-text';
import type { Refused } from '$lib/server/access/join';
import { PROBLEM_STATUS } from '$lib/protocol/problem';

/** What a person filled in to make their account, and whether it is enough. */
export function readPerson(form: FormData) {
  const filled = {
    token: formText(form, 'token').trim(),
    name: formText(form, 'name'),
    email: formText(form, 'email'),
  };
  const parsed = FirstStewardRequestSchema.safeParse({
    token: filled.token,
    name: filled.name.trim(),
    email: filled.email.trim(),
    password: formText(form, 'password'),
  });
  return { filled, person: parsed.success ? parsed.data : null };
}

/** The form again with what is wrong; the password is never sent back. */
export function joinFailed(refused: 'not_filled' | Refused, filled: { token: string; name: string; email: string }) {
  if (refused === 'not_filled' || refused.kind === 'not_signed_in') {
    return fail(400, { trouble: 'not_filled' as const, filled });
  }
  if (refused.kind === 'too_many_tries') {
    return fail(PROBLEM_STATUS[refused.kind], { trouble: { seconds: refused.retryAfterSeconds }, filled });
  }
  return fail(refused.kind === 'exists' ? 409 : 401, { trouble: refused.kind, filled });
}
