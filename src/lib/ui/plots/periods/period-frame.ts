/** Months since January 1970, both ends inside. */
interface Span {
  readonly from: number;
  readonly to: number;
}

/** Months from the start of the first period to the end of the last, and a little more for a line drawn after them. */
export interface PeriodFrame {
  readonly first: number;
  readonly months: number;
  /** Months up to the end of the last period: only these are named. */
  readonly told: number;
  /** The line stands for a month farther off than the axis reaches: the axis is broken before it. */
  readonly broken: boolean;
  /** Share of the axis at which a period's mark stands: its middle. */
  readonly at: (period: Span) => number;
  /** A month's middle as a share of the axis; months before or after stand at its ends. */
  readonly line: (month: number) => number;
}

export function periodFrame(periods: readonly Span[], mark: number | null): PeriodFrame {
  const first = periods[0]?.from ?? 0;
  const last = periods[periods.length - 1]?.to ?? first;
  const long = last - first + 1;
  // A line long after the stories would press them together: room for a sixth more, and there it stands.
  const more = mark === null || mark <= last ? 0 : Math.min(mark - last, Math.max(1, Math.ceil(long / 6)));
  const months = long + more;
  return {
    first,
    months,
    told: long,
    broken: mark !== null && mark > last + more,
    at: ({ from, to }) => ((from + to + 1) / 2 - first) / months,
    line: (month) => Math.max(0, Math.min(months - 0.5, month - first + 0.5)) / months,
  };
}

/** A round share at or above all of these, at least a tenth: the end of an axis from 0. */
export function axisEnd(shares: readonly number[]): number {
  const most = Math.max(0.1, ...shares);
  return Math.min(1, Math.ceil(most * 10 - 1e-9) / 10);
}
