import { fail } from '@sveltejs/kit';
import * as z from 'zod/mini';
import { Under13Schema } from '$lib/domain/framework/age-band';
import { CollectorCodeSchema, CornersSchema } from '$lib/domain/programme/collector';
import { access } from '$lib/server/access/access-of';
import { setCorners, setUnder13 } from '$lib/server/studio/telling-rules';
import { enterPage } from '../../../enter.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { programme } = await enterPage(event, event.params.programme, 'programme.manage');
  const { slug, name, state, origin, policies } = programme;
  const collectors = (await access().store.collectorsOf(slug)).map(({ code, name: called, corners }) => ({
    code,
    name: called,
    corners: corners ?? 'label_order',
  }));
  return { programme: { slug, name, state, origin }, under13: policies.under13, collectors };
};

const CornersFormSchema = z.object({ code: CollectorCodeSchema, corners: CornersSchema });

export const actions: Actions = {
  under13: async (event) => {
    const member = await enterPage(event, event.params.programme, 'programme.manage');
    const under13 = Under13Schema.safeParse((await event.request.formData()).get('under13'));
    if (!under13.success) return fail(400, { kind: 'not_understood' as const });
    await setUnder13(access(), member, under13.data);
    return { kind: 'saved' as const };
  },
  corners: async (event) => {
    const member = await enterPage(event, event.params.programme, 'collectors.manage');
    const asked = CornersFormSchema.safeParse(Object.fromEntries(await event.request.formData()));
    if (!asked.success) return fail(400, { kind: 'not_understood' as const });
    const { code, corners } = asked.data;
    const set = await setCorners(access(), member, code, corners);
    return set === 'set' ? { kind: 'saved' as const } : fail(400, { kind: 'not_understood' as const });
  },
};
