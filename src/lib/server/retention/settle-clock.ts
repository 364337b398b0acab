import { counted } from '../counted';
import type { Services } from '../services';
import type { Calendar, Store } from '../store/port';
import { toldProgrammes } from './count-days';

/**
 * What a person says of a clock that jumped. `was_off`: nothing was wrong, the server was off: the days between have passed.
 * `was_wrong`: it is right now and was not before: what the stories say of their arrival is worth nothing, and each is kept
 * as if it had arrived today.
 */
export type ClockAnswer = 'was_off' | 'was_wrong';

/** Takes the clock at its word from now on. */
export async function settleClock({ store, now }: Pick<Services, 'store' | 'now'>, answer: ClockAnswer): Promise<void> {
  const today = now();
  const settled = { today, clock: today, steadyMs: 0 };
  let subject: string = answer;
  if (answer === 'was_off') {
    await store.changeCalendar((noted) => ({ ...settled, marks: noted?.marks ?? {} }));
  } else {
    await store.keepCalendar({ ...settled, marks: await nothingIsOlder(store, today) });
    const lowered = await nothingIsYounger(store, today);
    if (lowered > 0) subject = `${answer}: ${counted(lowered, 'story was', 'stories were')} dated ahead`;
  }
  await store.appendAudit({ at: today, actor: 'cli', action: 'clock.settled', programme: null, subject });
}

async function nothingIsOlder(store: Store, on: Date): Promise<Calendar['marks']> {
  const programmes = await store.programmes();
  return Object.fromEntries(programmes.map(({ slug }) => [slug, [{ on, serial: 0, founding: true }]]));
}

/** What is here has arrived: by today at the latest, whatever was written beside it. @returns how many stories said later */
async function nothingIsYounger(store: Store, today: Date): Promise<number> {
  let lowered = 0;
  for (const slug of await toldProgrammes(store)) lowered += await store.lowerArrivals(slug, today);
  return lowered;
}
