import type { Quarter } from './release-due';

/** The quarter of a month counted from January 1970. */
export function quarterOfMonth(month: number): Quarter {
  return `${1970 + Math.floor(month / 12)}-Q${1 + Math.floor((month % 12) / 3)}`;
}

/** Its first month, counted from January 1970. @throws for anything but `YYYY-Qn` */
export function firstMonthOf(quarter: Quarter): number {
  const found = /^(\d{4})-Q([1-4])$/.exec(quarter);
  if (found === null) throw new Error(`${quarter} is no quarter`);
  return (Number(found[1]) - 1970) * 12 + (Number(found[2]) - 1) * 3;
}
