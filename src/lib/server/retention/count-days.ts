import type { Services } from '../services';
import type { Calendar, Store } from '../store/port';
import { countOn, firstCalendar } from './calendar';

type Counting = Pick<Services, 'store' | 'now'>;

/** The calendar as it stands now; looked at some times a day, and kept, so that the next look knows how far the clock went. */
export async function countDays(services: Counting): Promise<Calendar> {
  const calendar = await seenNow(services);
  await services.store.keepCalendar(calendar);
  return calendar;
}

/** The same without keeping it: for those who only look. */
export async function seenNow({ store, now }: Counting): Promise<Calendar> {
  const kept = (await store.calendar()) ?? firstCalendar(now(), await newest(store));
  return countOn(kept, now());
}

/** Imported and synthetic stories have their dates from files. */
async function newest(store: Store): Promise<Date | null> {
  const told = (await store.programmes()).filter(({ origin }) => origin === 'told');
  const arrived = await Promise.all(told.map(({ slug }) => store.newestArrival(slug)));
  return arrived.reduce<Date | null>(
    (last, one) => (one !== null && (last === null || one.at > last) ? one.at : last),
    null,
  );
}
