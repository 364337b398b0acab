import { fail } from '@sveltejs/kit';
import * as z from 'zod/mini';
import { AudienceSchema } from '$lib/domain/audience';
import { LocaleSchema } from '$lib/domain/identifiers';
import { keepRecording, removeRecording } from '$lib/server/recordings/keep-recording';
import { voicesPage } from '$lib/server/recordings/voices-page';
import { services } from '$lib/server/services';
import { enterPage } from '../../../enter.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const member = await enterPage(event, event.params.programme, 'programme.manage');
  const { searchParams } = event.url;
  return voicesPage(services(), member.programme, {
    language: searchParams.get('language'),
    audience: searchParams.get('audience'),
    show: searchParams.get('show'),
  });
};

const PlaceSchema = z.object({
  locale: LocaleSchema,
  audience: AudienceSchema,
  key: z.string().check(z.maxLength(400)),
});

export const actions: Actions = {
  keep: async (event) => {
    const member = await enterPage(event, event.params.programme, 'programme.manage');
    const form = await event.request.formData();
    const place = PlaceSchema.safeParse(Object.fromEntries(form));
    const file = form.get('sound');
    if (!place.success) return fail(400, { kind: 'no_such_text' as const, key: '' });
    const { key } = place.data;
    if (!(file instanceof File) || file.size === 0) return fail(400, { kind: 'empty' as const, key });
    const { kind } = await keepRecording(services(), member, place.data, new Uint8Array(await file.arrayBuffer()));
    return kind === 'kept' ? { kind, key } : fail(400, { kind, key });
  },
  remove: async (event) => {
    const member = await enterPage(event, event.params.programme, 'programme.manage');
    const place = PlaceSchema.safeParse(Object.fromEntries(await event.request.formData()));
    if (!place.success) return fail(400, { kind: 'no_such_text' as const, key: '' });
    const removed = await removeRecording(services(), member, place.data);
    return { kind: removed ? ('removed' as const) : ('nothing_there' as const), key: place.data.key };
  },
};
