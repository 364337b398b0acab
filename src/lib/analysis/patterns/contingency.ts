/** How often each pair of numbers occurs together: `columns` counts per row of the table. */
export function contingency(
  rows: Uint8Array,
  columns: Uint8Array,
  rowCount: number,
  columnCount: number,
): Float64Array {
  const table = new Float64Array(rowCount * columnCount);
  for (let i = 0; i < rows.length; i += 1) {
    const at = (rows[i] ?? 0) * columnCount + (columns[i] ?? 0);
    table[at] = (table[at] ?? 0) + 1;
  }
  return table;
}

/** Pairs among n. */
export function pairsAmong(n: number): number {
  return (n * (n - 1)) / 2;
}
