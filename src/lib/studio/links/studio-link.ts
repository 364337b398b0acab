import type { ListedCollector } from '../../domain/programme/listed-collector';
import type { Params, Translate } from '../../i18n/catalogue';
import type { links } from '../../i18n/en/links';

/** Of which programme: what the frame of every staff page says. */
export interface StudioProgramme {
  readonly slug: string;
  readonly name: string;
  readonly state: string;
  readonly origin: string;
}

type Days = Pick<ListedCollector, 'from' | 'until'>;

export function daysOf(days: Days, t: Translate<typeof links>): string {
  return endsOf(days, t, 'en-GB') ?? t('days_always');
}

/** Null where a link is always open. @param numbers the locale that days are written as */
export function endsOf(
  { from, until }: Days,
  t: (key: 'days_between' | 'days_from' | 'days_until', days: Params) => string,
  numbers: string,
): string | null {
  // A day is the same wherever it is read: it is written as it would be at Greenwich.
  const written = new Intl.DateTimeFormat(numbers, { dateStyle: 'long', timeZone: 'UTC' });
  const [first, last] = [from, until].map((day) => (day === null ? null : written.format(new Date(day))));
  if (first && last) return t('days_between', { from: first, until: last });
  if (first) return t('days_from', { from: first });
  return last ? t('days_until', { until: last }) : null;
}

/** Whether an address leads to the very machine it is opened on: no phone gets anywhere by it. */
export function leadsHome(address: string): boolean {
  const { hostname } = new URL(address);
  return hostname === 'localhost' || hostname === '[::1]' || hostname.startsWith('127.');
}
