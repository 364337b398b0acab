import { chiSquareUpper } from '../numeric/chi-square';

export interface Association {
  readonly n: number;
  readonly chi2: number;
  readonly df: number;
  /** Holds for independent stories and expected counts of 5 or more: see `fewestExpected`. */
  readonly p: number;
  /** In [0, 1]. */
  readonly cramersV: number;
  readonly fewestExpected: number;
}

/**
 * Pearson's chi-square of a table of counts, without correction, and Cramer's V = sqrt(chi2 / (n min(rows-1, columns-1))).
 * Rows and columns without a story are left out. Stories of one gathering are not independent: a small p here is a reason
 * to look, the tested claim is the shift's.
 *
 * @param table rows of equal length
 * @returns null when fewer than two rows or two columns have stories: nothing to compare
 */
export function association(table: readonly (readonly number[])[]): Association | null {
  const rows = table.filter((row) => total(row) > 0);
  const columns = (rows[0] ?? []).map((_, j) => rows.map((row) => row[j] ?? 0)).filter((column) => total(column) > 0);
  if (rows.length < 2 || columns.length < 2) return null;
  const n = total(rows.map(total));
  const rowTotals = rows.map(total);
  let chi2 = 0;
  let fewestExpected = Infinity;
  for (const column of columns) {
    // A column's counts follow the kept rows, in their order.
    column.forEach((count, i) => {
      const expected = (total(column) * (rowTotals[i] ?? 0)) / n;
      chi2 += (count - expected) ** 2 / expected;
      fewestExpected = Math.min(fewestExpected, expected);
    });
  }
  const df = (rows.length - 1) * (columns.length - 1);
  const cramersV = Math.sqrt(chi2 / (n * Math.min(rows.length - 1, columns.length - 1)));
  return { n, chi2, df, p: chiSquareUpper(chi2, df), cramersV, fewestExpected };
}

function total(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}
