export const PERIOD_LENGTHS = ['quarter', 'month'] as const;
export type PeriodLength = (typeof PERIOD_LENGTHS)[number];

/** Months since January 1970, both ends inside. */
export interface Period {
  readonly from: number;
  readonly to: number;
}

const MONTHS: Readonly<Record<PeriodLength, number>> = { quarter: 3, month: 1 };

/** Every period from the first to the last month. Quarters are the calendar's, cut where the stories begin and end. */
export function periodsOf(first: number, last: number, length: PeriodLength): Period[] {
  const months = MONTHS[length];
  const periods: Period[] = [];
  for (let from = Math.floor(first / months) * months; from <= last; from += months)
    periods.push({ from: Math.max(first, from), to: Math.min(last, from + months - 1) });
  return periods;
}

/** Months since January 1970 of a moment, by UTC as the stories' own months. */
export function monthOf(at: string): number {
  const date = new Date(at);
  return (date.getUTCFullYear() - 1970) * 12 + date.getUTCMonth();
}
