import { translator } from '../../i18n/catalogue';
import { tables } from '../../i18n/en/tables';
import { monthName } from '../../ui/plots/months/month-labels';

export const t = translator(tables);

/** `2026-Q3` as "July to September 2026". */
export function quarterWords(quarter: string): string {
  const [year = 0, number = 1] = quarter.split('-Q').map(Number);
  const first = (year - 1970) * 12 + (number - 1) * 3;
  return t('months', { first: monthName(first, 'long', false), last: monthName(first + 2, 'long') });
}

const DAY = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });

/** `2026-10-01` as "1 October 2026". */
export function dayWords(day: string): string {
  return DAY.format(new Date(`${day}T00:00:00Z`));
}

/** The day up to which the figures of a quarter's release count: its first. */
export function dayOfRelease(quarter: string): string {
  const [year = '', number = '1'] = quarter.split('-Q');
  return `${year}-${String((Number(number) - 1) * 3 + 1).padStart(2, '0')}-01`;
}
