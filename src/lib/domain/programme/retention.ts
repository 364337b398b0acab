/**
 * The moment before which a story must have arrived to be erased now. Months are those of the calendar (UTC); where one
 * has no such day its last day counts, so that nothing goes early. @param months 1 or more
 */
export function keptSince(now: Date, months: number): Date {
  const since = new Date(now);
  since.setUTCDate(1);
  since.setUTCMonth(since.getUTCMonth() - months);
  const lastDay = new Date(Date.UTC(since.getUTCFullYear(), since.getUTCMonth() + 1, 0)).getUTCDate();
  since.setUTCDate(Math.min(now.getUTCDate(), lastDay));
  return since;
}
