import type { Translate } from '../i18n/catalogue';
import type { care } from '../i18n/en/care';

type T = Translate<typeof care>;

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How long something has been waiting, in the two largest parts that still mean something. */
export function ago(t: T, milliseconds: number): string {
  const ms = Math.max(0, milliseconds);
  if (ms < MINUTE) return t('less_than_a_minute');
  if (ms < HOUR) return t('minutes', { n: Math.floor(ms / MINUTE) });
  const hours = Math.floor(ms / HOUR);
  if (ms >= DAY) {
    const [n, h] = [Math.floor(hours / 24), hours % 24];
    return h === 0 ? t('days', { n }) : t('days_hours', { n, h });
  }
  const minutes = Math.floor((ms % HOUR) / MINUTE);
  return minutes === 0 ? t('hours', { n: hours }) : t('hours_minutes', { h: hours, n: minutes });
}

/** A moment as a reader plans by it: "16:30 today", "09:30 tomorrow", "Wed 12:00", "12 Dec 12:00", "12 Dec 2025 12:00". */
export function moment(t: T, at: Date, now: Date, timeZone: string): string {
  const inZone = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat('en-GB', { ...options, timeZone });
  const dayOf = (date: Date) => inZone({ dateStyle: 'short' }).format(date);
  const time = inZone({ hour: '2-digit', minute: '2-digit' }).format(at);
  if (dayOf(at) === dayOf(now)) return t('today_at', { time });
  if (dayOf(at) === dayOf(new Date(now.getTime() + DAY))) return t('tomorrow_at', { time });
  const near = Math.abs(at.getTime() - now.getTime()) < 6 * DAY;
  const yearOf = (date: Date) => inZone({ year: 'numeric' }).format(date);
  const year = yearOf(at) === yearOf(now) ? {} : ({ year: 'numeric' } as const);
  const day = inZone(near ? { weekday: 'short' } : { day: 'numeric', month: 'short', ...year }).format(at);
  return t('day_at', { day, time });
}

/** How much of the time to read has passed: 0 just arrived, 1 due or late. */
export function waited({ receivedAt, dueAt }: { receivedAt: string; dueAt: string }, now: Date): number {
  const [from, to] = [Date.parse(receivedAt), Date.parse(dueAt)];
  return to <= from ? 1 : Math.max(0, Math.min(1, (now.getTime() - from) / (to - from)));
}
