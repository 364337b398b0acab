import { keptSince } from '../../domain/programme/retention';
import { counted } from '../counted';
import { describeError } from '../log';
import type { Services } from '../services';
import type { Calendar } from '../store/port';
import { dayOf, doubtOf, begunSince, lastSerialBefore, withFounding, withMark, withoutMarksBefore } from './calendar';
import { countDays } from './count-days';
import { eraseStories } from './erase-stories';
import { writeBack } from './write-back';

const EVERY_MS = 24 * 60 * 60 * 1000;

/** What became of stories whose time is over. */
export interface TidiedStories {
  readonly programme: string;
  readonly erased: number;
  /** A concern is open: a copy stays with the safeguarding role, and goes when it is settled. */
  readonly restricted: number;
  /** Calls for help that were answered so long ago, with what was noted; left out where there were none. */
  readonly calls?: number;
}

/**
 * Erases what was kept as long as its programme's policy says, by the moment at which it arrived here and by the days that
 * were counted here: a clock that jumps makes nothing old, and one that was set back makes nothing look old. Imported and
 * synthetic stories stay: their dates come from a file, not from this server's clock. What tellers took back since the last
 * time leaves the database's own log, too.
 */
export async function tidyStories(services: Services): Promise<TidiedStories[]> {
  const { store, log } = services;
  const tidied: TidiedStories[] = [];
  const calendar = await countDays(services);
  const marked = Object.keys(calendar.marks).length > 0;
  const doubt = doubtOf(calendar);
  if (doubt !== null) log.warn({ clock: doubt.kind, days: doubt.days }, DOUBTED);
  for (const { slug, origin, policies } of await store.programmes()) {
    if (origin !== 'told') continue;
    // Erasing takes a while: what somebody has said of the clock meanwhile holds for the programmes that come.
    const founded = (noted: Calendar | null) => (marked ? withFounding(noted ?? calendar, slug) : (noted ?? calendar));
    const days = founded(await store.calendar());
    const before = keptSince(dayOf(days), policies.retentionMonths);
    const upTo = lastSerialBefore(days, slug, before);
    const done = await eraseStories(services, { programme: slug, before, upTo, why: 'retention', actor: 'system' });
    const counts = { erased: done.erased.length, restricted: done.restricted.length };
    const calls = begunSince(days, slug, before) ? 0 : await forgetCalls(services, slug, before);
    if (counts.erased + counts.restricted + calls > 0)
      tidied.push({ programme: slug, ...counts, ...(calls > 0 ? { calls } : {}) });
    const arrived = (await store.newestArrival(slug))?.serial ?? 0;
    await store.changeCalendar((noted) => withMark(withoutMarksBefore(founded(noted), slug, before), slug, arrived));
  }
  await writeBack(services);
  return tidied;
}

/** Those that nobody has answered stay. */
async function forgetCalls({ store, now }: Services, programme: string, before: Date): Promise<number> {
  const calls = await store.forgetHelpCalls(programme, before);
  if (calls > 0) {
    const subject = `retention: ${counted(calls, 'call')} for help`;
    await store.appendAudit({ at: now(), actor: 'system', action: 'help.erased', programme, subject });
  }
  return calls;
}

const DOUBTED =
  'the clock is not where the days that were counted here lead, and stories are erased by those: `sheaf doctor` says what to do';

/** Now and once a day; never keeps the process alive, and a failure is noted and tried again. */
export function keepStoriesTidy(services: Services): void {
  const tidy = async () => {
    try {
      for (const done of await tidyStories(services)) services.log.info(done, 'stories past their time erased');
    } catch (error) {
      services.log.error({ part: 'retention', ...describeError(error) }, 'fault');
    }
  };
  void tidy();
  setInterval(() => void tidy(), EVERY_MS).unref();
}
