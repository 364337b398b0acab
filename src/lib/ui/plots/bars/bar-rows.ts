/** One option as drawn: shares of those who answered, the longest of all being the whole width. */
export interface BarRow {
  readonly id: string;
  readonly chosen: number;
  readonly share: number;
  /** Share among the other stories; null when there are none. */
  readonly rest: number | null;
  /** Lengths as shares of the drawing's width. */
  readonly bar: number;
  readonly mark: number | null;
}

interface Counts {
  readonly ids: readonly string[];
  readonly chosen: readonly number[];
  readonly all: readonly number[];
  /** Stories that answered: with several options allowed this is less than the sum of the counts. */
  readonly chosenAnswered: number;
  readonly allAnswered: number;
}

export function barRows({ ids, chosen, all, chosenAnswered, allAnswered }: Counts): BarRow[] {
  const restAnswered = allAnswered - chosenAnswered;
  const rows = ids.map((id, index) => {
    const here = chosen[index] ?? 0;
    const elsewhere = (all[index] ?? 0) - here;
    return {
      id,
      chosen: here,
      share: chosenAnswered > 0 ? here / chosenAnswered : 0,
      rest: restAnswered > 0 ? elsewhere / restAnswered : null,
    };
  });
  const most = Math.max(Number.EPSILON, ...rows.flatMap((row) => [row.share, row.rest ?? 0]));
  return rows.map((row) => ({ ...row, bar: row.share / most, mark: row.rest === null ? null : row.rest / most }));
}
