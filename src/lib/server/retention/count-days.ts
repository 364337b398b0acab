import type { Services } from '../services';
import type { Calendar, Store } from '../store/port';
import { countOn, firstCalendar } from './calendar';

type Counting = Pick<Services, 'store' | 'now'>;

/** The calendar as it stands now; looked at some times a day, and kept, so that the next look knows how far the clock went. */
export async function countDays({ store, now }: Counting): Promise<Calendar> {
  const found = (await store.calendar()) ?? (await firstOf({ store, now }));
  return store.changeCalendar((noted) => countOn(noted ?? found, now()));
}

/** The same without keeping it: for those who only look. */
export async function seenNow({ store, now }: Counting): Promise<Calendar> {
  return countOn((await store.calendar()) ?? (await firstOf({ store, now })), now());
}

/** What is counted from where nothing is noted yet: from the newest moment at which somebody was here. */
async function firstOf({ store, now }: Counting): Promise<Calendar> {
  return firstCalendar(now(), await store.lastSeen(await toldProgrammes(store), now()));
}

/** Those whose dates this server wrote: imported and synthetic stories have theirs from files. */
export async function toldProgrammes(store: Pick<Store, 'programmes'>): Promise<string[]> {
  return (await store.programmes()).filter(({ origin }) => origin === 'told').map(({ slug }) => slug);
}

const DAY_MS = 24 * 60 * 60 * 1000;

/** Stories that say that they arrived later than the clock says now, by more than two clocks may differ. */
export async function datedAhead({ store, now }: Counting): Promise<number> {
  const tomorrow = new Date(now().getTime() + DAY_MS);
  const counts = await Promise.all((await toldProgrammes(store)).map((slug) => store.datedAfter(slug, tomorrow)));
  return counts.reduce((sum, count) => sum + count, 0);
}
