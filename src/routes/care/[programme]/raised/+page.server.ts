import { access } from '$lib/server/access/access-of';
import { queueOf } from '$lib/server/care/queue';
import { enterPage } from '../../../enter.server';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const member = await enterPage(event, event.params.programme, 'queue.read');
  const { slug, name, state, origin, contacts } = member.programme;
  const { entries } = await queueOf(access(), member);
  // 999 stands above the list already.
  const others = contacts.filter(({ id, audiences }) => id !== 'emergency' && audiences.includes('pro'));
  return {
    programme: { slug, name, state, origin },
    contacts: others.map(({ id, name: who, how, checked }) => ({ id, name: who, how, checked })),
    next: entries.find(({ state: reading }) => reading === 'unread')?.id ?? null,
  };
};
