/**
 * Days of a programme are those of its place, also in summer time and on a server that stands elsewhere, and readers plan by
 * the clock on their wall. One city, one zone; a programme elsewhere needs a policy.
 */
export const TIME_ZONE = 'Europe/London';
const HOUR_MS = 3_600_000;
/** Four digits, and a century in which the zone keeps today's rules. */
const DAY = /^20\d\d-\d\d-\d\d$/;

const parts = new Intl.DateTimeFormat('en-GB', {
  timeZone: TIME_ZONE,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** The day it is then, as YYYY-MM-DD. */
export function localDay(at: Date): string {
  const { year, month, day } = Object.fromEntries(parts.formatToParts(at).map(({ type, value }) => [type, value]));
  return `${year}-${month}-${day}`;
}

/** When a day begins; null when the text names no day. Clocks change at one in the morning: every day has one midnight. */
export function dayBegins(day: string): Date | null {
  const midnight = new Date(`${day}T00:00:00.000Z`);
  if (!DAY.test(day) || Number.isNaN(midnight.getTime()) || !midnight.toISOString().startsWith(day)) return null;
  const inSummer = new Date(midnight.getTime() - HOUR_MS);
  return localDay(inSummer) === day ? inSummer : midnight;
}

/** When a day ends: the next one begins. */
export function dayEnds(day: string): Date | null {
  const begins = dayBegins(day);
  // Whichever way the clocks change, 36 hours after a midnight it is the next day.
  return begins === null ? null : dayBegins(localDay(new Date(begins.getTime() + 36 * HOUR_MS)));
}
