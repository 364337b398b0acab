import type { Calendar, Mark } from '../store/port';

const DAY_MS = 24 * 60 * 60 * 1000;
/** So long a server may have been off without anybody being asked; the most by which a clock can make a story go early. */
export const PLAUSIBLE_MS = 30 * DAY_MS;
/** A clock that ran so long without a jump is believed when it says that it is earlier than was noted: nothing goes by that. */
const STEADY_MS = 28 * DAY_MS;
/** Marks of a programme: with them a story's arrival is known to a week. */
const MARK_EVERY_MS = 7 * DAY_MS;

/** Why the clock of this server is not taken at its word. */
export type ClockDoubt =
  /** It stands further on than the days that were counted: it jumped, or the server was off. */
  | { readonly kind: 'ahead'; readonly days: number }
  /** It stands before a moment that was noted. */
  | { readonly kind: 'behind'; readonly days: number };

/** What is counted from where nothing was noted yet. @param seen when somebody was here last (`lastSeen`); null = nobody yet */
export function firstCalendar(now: Date, seen: Date | null): Calendar {
  const today = seen === null || seen > now ? now : seen;
  return { today, clock: now, steadyMs: 0, marks: {} };
}

/**
 * Counts the time on to `now`, as far as it can have passed. | `now` beside `today` | `today` becomes |
 *
 * - on to 30 days later: `now`
 * - later still: as much later as the clock went on since it was last seen; a jump counts nothing
 * - earlier: stays, and becomes `now` only after four weeks without a jump
 */
export function countOn({ today, clock, steadyMs, marks }: Calendar, now: Date): Calendar {
  const step = now.getTime() - clock.getTime();
  const jumped = step < -DAY_MS || step > PLAUSIBLE_MS;
  const passed = jumped ? 0 : Math.max(0, step);
  const steady = jumped ? 0 : steadyMs + passed;
  const ahead = now.getTime() - today.getTime();
  const believed = ahead < 0 ? steady >= STEADY_MS : ahead <= PLAUSIBLE_MS;
  const counted = believed ? now : new Date(today.getTime() + (ahead < 0 ? 0 : passed));
  return { today: counted, clock: now, steadyMs: steady, marks: marksUntil(marks, counted) };
}

/** The day by which anything is old: never later than the clock says, never later than was counted. */
export function dayOf({ today, clock }: Calendar): Date {
  return today < clock ? today : clock;
}

export function doubtOf({ today, clock }: Calendar): ClockDoubt | null {
  const ahead = clock.getTime() - today.getTime();
  if (ahead > PLAUSIBLE_MS) return { kind: 'ahead', days: Math.round(ahead / DAY_MS) };
  if (ahead < -DAY_MS) return { kind: 'behind', days: Math.round(-ahead / DAY_MS) };
  return null;
}

/** Notes how far the stories of a programme have come: what has a higher serial arrived later. */
export function withMark(calendar: Calendar, programme: string, serial: number): Calendar {
  const marks = marksOf(calendar, programme);
  const last = marks.at(-1);
  if (last !== undefined && calendar.today.getTime() - last.on.getTime() < MARK_EVERY_MS) return calendar;
  return { ...calendar, marks: { ...calendar.marks, [programme]: [...marks, { on: calendar.today, serial }] } };
}

/**
 * The last serial of a programme that can have arrived before then; null = any. A story that came later is younger,
 * whatever a wrong clock wrote beside it.
 */
export function lastSerialBefore(calendar: Calendar, programme: string, before: Date): number | null {
  return marksOf(calendar, programme).find(({ on }) => on >= before)?.serial ?? null;
}

/** Whether nothing of a programme can be from before then, a call for help as little as a story. */
export function begunSince(calendar: Calendar, programme: string, before: Date): boolean {
  return marksOf(calendar, programme).some(({ on, founding }) => founding === true && on >= before);
}

/** Marks from before then tell nothing any more: what is kept since then came after them. */
export function withoutMarksBefore(calendar: Calendar, programme: string, before: Date): Calendar {
  const marks = marksOf(calendar, programme).filter(({ on }) => on >= before);
  return { ...calendar, marks: { ...calendar.marks, [programme]: marks } };
}

/**
 * Of a programme that was founded since marks were last made, and has none: none of its stories is older than today,
 * whatever a clock that was wrong wrote beside them.
 */
export function withFounding(calendar: Calendar, programme: string): Calendar {
  const { marks, today } = calendar;
  if (Object.hasOwn(marks, programme)) return calendar;
  return { ...calendar, marks: { ...marks, [programme]: [{ on: today, serial: 0, founding: true }] } };
}

function marksOf({ marks }: Calendar, programme: string): readonly Mark[] {
  return Object.hasOwn(marks, programme) ? (marks[programme] ?? []) : [];
}

function marksUntil(marks: Calendar['marks'], today: Date): Calendar['marks'] {
  const kept = Object.entries(marks).map(([slug, list]): [string, readonly Mark[]] => [
    slug,
    list.filter(({ on }) => on <= today),
  ]);
  return Object.fromEntries(kept);
}
