/** Months are counted from January 1970; a server's month has no time zone of its own. */
export function monthName(month: number, length: 'long' | 'short', withYear = true): string {
  const format = new Intl.DateTimeFormat('en-GB', {
    month: length,
    timeZone: 'UTC',
    ...(withYear ? { year: 'numeric' } : {}),
  });
  return format.format(Date.UTC(1970 + Math.floor(month / 12), month % 12, 1));
}

export interface MonthLabel {
  readonly bin: number;
  readonly text: string;
}

/** CSS pixels that "Sep 2025" takes with some air. */
const LABEL = 62;

/**
 * As many months named as fit without touching: every one, or every second, third, sixth, twelfth. The year stands with
 * the first and with each January.
 */
export function monthLabels(first: number, bins: number, pitch: number): MonthLabel[] {
  const step = [1, 2, 3, 6, 12, 24, 60].find((candidate) => candidate * pitch >= LABEL) ?? 120;
  const labels: MonthLabel[] = [];
  for (let bin = 0; bin < bins; bin += step) {
    const month = first + bin;
    const named =
      bin === 0 || month % 12 === 0 || step >= 12 || Math.floor((month - step) / 12) !== Math.floor(month / 12);
    labels.push({ bin, text: monthName(month, 'short', named) });
  }
  return labels;
}
