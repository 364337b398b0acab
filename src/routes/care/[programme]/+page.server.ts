import * as z from 'zod/mini';
import { ageWords } from '$lib/care/about-words';
import { clearedWords } from '$lib/care/entry-words';
import { UuidSchema } from '$lib/domain/identifiers';
import { permits } from '$lib/domain/programme/staff-role';
import { translator } from '$lib/i18n/catalogue';
import { care } from '$lib/i18n/en/care';
import { access } from '$lib/server/access/access-of';
import { answerHelpCall, openHelpCall } from '$lib/server/care/help-calls';
import { justCleared } from '$lib/server/care/just-cleared';
import { queueOf } from '$lib/server/care/queue';
import { services } from '$lib/server/services';
import { enterPage } from '../../enter.server';
import { TIME_ZONE } from '../time-zone.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const member = await enterPage(event, event.params.programme, 'queue.read');
  const [queue, framework, cleared] = await Promise.all([
    queueOf(access(), member),
    services().store.framework(member.programme.framework),
    justCleared(access(), member, event.url.searchParams.get('cleared')),
  ]);
  const ages = ageWords(framework);
  return {
    queue,
    ages,
    timeZone: TIME_ZONE,
    cleared: cleared === null ? null : clearedWords(translator(care), cleared, ages),
    taken: event.url.searchParams.has('taken'),
    seesContacts: permits(member.roles, 'help.read'),
  };
};

const CallSchema = z.object({ id: UuidSchema });

async function called(event: Parameters<NonNullable<Actions['open']>>[0]) {
  const member = await enterPage(event, event.params.programme, 'help.read');
  const asked = CallSchema.safeParse(Object.fromEntries(await event.request.formData()));
  return { member, id: asked.success ? asked.data.id : '' };
}

export const actions: Actions = {
  open: async (event) => {
    const { member, id } = await called(event);
    return { call: id, help: await openHelpCall(access(), member, id) };
  },
  answered: async (event) => {
    const { member, id } = await called(event);
    await answerHelpCall(access(), member, id);
    return { call: id, help: null };
  },
};
