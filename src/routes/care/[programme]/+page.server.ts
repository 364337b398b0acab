import { ageWords } from '$lib/care/about-words';
import { access } from '$lib/server/access/access-of';
import { queueOf } from '$lib/server/care/queue';
import { services } from '$lib/server/services';
import { enterPage } from '../../enter.server';
import { TIME_ZONE } from '../time-zone.server';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const member = await enterPage(event, event.params.programme, 'queue.read');
  const [queue, framework] = await Promise.all([
    queueOf(access(), member),
    services().store.framework(member.programme.framework),
  ]);
  return { queue, ages: ageWords(framework), timeZone: TIME_ZONE, taken: event.url.searchParams.has('taken') };
};
