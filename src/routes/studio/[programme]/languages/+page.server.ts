import { fail } from '@sveltejs/kit';
import * as z from 'zod/mini';
import { LocaleSchema } from '$lib/domain/identifiers';
import { access } from '$lib/server/access/access-of';
import {
  hearLanguage,
  offerLanguage,
  reviewLanguage,
  type LanguageChanged,
} from '$lib/server/languages/choose-language';
import { languagesOf } from '$lib/server/languages/offered-languages';
import { enterPage } from '../../../enter.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { programme } = await enterPage(event, event.params.programme, 'programme.manage');
  const { slug, name, state, origin, heardWith = {} } = programme;
  return { programme: { slug, name, state, origin }, languages: languagesOf(programme), heardWith };
};

const LanguageForm = z.object({ locale: LocaleSchema });
const ReviewForm = z.object({
  locale: LocaleSchema,
  words: z.string().check(z.minLength(1), z.maxLength(64)),
  by: z.string().check(z.trim(), z.minLength(1), z.maxLength(120)),
});
const HeardForm = z.object({ locale: LocaleSchema, text: z.optional(LocaleSchema) });

/** What the form held, by the names of its fields. */
async function fields({ request }: { request: Request }): Promise<Record<string, unknown>> {
  return Object.fromEntries(await request.formData());
}

function answer<Kind extends string>(changed: LanguageChanged, kind: Kind, locale: string) {
  return changed === 'changed' ? { kind, locale } : fail(400, { kind: changed, locale });
}

export const actions: Actions = {
  offer: async (event) => {
    const member = await enterPage(event, event.params.programme, 'programme.manage');
    const { data } = LanguageForm.safeParse(await fields(event));
    if (data === undefined) return fail(400, { kind: 'unknown_language' as const, locale: '' });
    return answer(await offerLanguage(access(), member, data.locale, true), 'offer', data.locale);
  },
  withdraw: async (event) => {
    const member = await enterPage(event, event.params.programme, 'programme.manage');
    const { data } = LanguageForm.safeParse(await fields(event));
    if (data === undefined) return fail(400, { kind: 'unknown_language' as const, locale: '' });
    return answer(await offerLanguage(access(), member, data.locale, false), 'withdraw', data.locale);
  },
  review: async (event) => {
    const member = await enterPage(event, event.params.programme, 'programme.manage');
    const { data } = ReviewForm.safeParse(await fields(event));
    if (data === undefined) return fail(400, { kind: 'reviewer_missing' as const, locale: '' });
    return answer(await reviewLanguage(access(), member, data), 'review', data.locale);
  },
  hear: async (event) => {
    const member = await enterPage(event, event.params.programme, 'programme.manage');
    const { data } = HeardForm.safeParse(await fields(event));
    if (data === undefined) return fail(400, { kind: 'unknown_language' as const, locale: '' });
    const { locale, text = null } = data;
    return answer(await hearLanguage(access(), member, locale, text), text === null ? 'withdraw' : 'offer', locale);
  },
};
