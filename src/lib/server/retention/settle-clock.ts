import type { Services } from '../services';
import type { Calendar } from '../store/port';

/**
 * What a person says of a clock that jumped. `was_off`: nothing was wrong, the server was off: the days between have passed.
 * `was_wrong`: it is right now and was not before: what the stories say of their arrival is worth nothing, and each is kept
 * as if it had arrived today.
 */
export type ClockAnswer = 'was_off' | 'was_wrong';

/** Takes the clock at its word from now on. */
export async function settleClock({ store, now }: Pick<Services, 'store' | 'now'>, answer: ClockAnswer): Promise<void> {
  const today = now();
  const noted = (await store.calendar())?.marks ?? {};
  const marks = answer === 'was_off' ? noted : await nothingIsOlder(store, today);
  await store.keepCalendar({ today, clock: today, steadyMs: 0, marks });
  await store.appendAudit({ at: today, actor: 'cli', action: 'clock.settled', programme: null, subject: answer });
}

async function nothingIsOlder(store: Services['store'], on: Date): Promise<Calendar['marks']> {
  const programmes = await store.programmes();
  return Object.fromEntries(programmes.map(({ slug }) => [slug, [{ on, serial: 0 }]]));
}
