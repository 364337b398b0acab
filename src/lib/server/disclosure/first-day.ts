import { firstMonthOf } from '../../analysis/disclosure/quarter';

/** The first day of a quarter, `2026-10-01` (UTC). */
export function firstDayOf(quarter: string): string {
  return dayOfMonth(firstMonthOf(quarter));
}

/** The first day of the quarter after it. */
export function firstDayAfter(quarter: string): string {
  return dayOfMonth(firstMonthOf(quarter) + 3);
}

function dayOfMonth(month: number): string {
  return new Date(Date.UTC(1970, month, 1)).toISOString().slice(0, 10);
}
