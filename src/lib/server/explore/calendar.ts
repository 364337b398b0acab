/** Months since January 1970 (UTC): the only date an analyst's columns hold. */
export function monthsSince1970(at: Date): number {
  return (at.getUTCFullYear() - 1970) * 12 + at.getUTCMonth();
}

/** `2026-11`. */
export function yearAndMonth(at: Date): string {
  return at.toISOString().slice(0, 7);
}

/** ISO 8601 week of a date: weeks begin on Monday and belong to the year of their Thursday. `2026-W48` */
export function isoWeek(at: Date): string {
  const day = new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth(), at.getUTCDate()));
  day.setUTCDate(day.getUTCDate() + 4 - (day.getUTCDay() || 7));
  const week = Math.ceil(((day.getTime() - Date.UTC(day.getUTCFullYear(), 0, 1)) / 86_400_000 + 1) / 7);
  return `${day.getUTCFullYear()}-W${String(week).padStart(2, '0')}`;
}
