import { contingency, pairsAmong } from './contingency';

/**
 * Adjusted Rand index of two partitions of the same stories (Hubert and Arabie 1985, Journal of Classification 2,
 * 193-218): 1 when they are the same, 0 on average when one is random, below 0 when they agree less than that.
 *
 * @returns 1 where both put everything into one group or everything apart
 */
export function adjustedRand(one: Uint8Array, other: Uint8Array): number {
  const [rows, columns] = [groupsOf(one), groupsOf(other)];
  const table = contingency(one, other, rows, columns);
  const rowSums = new Float64Array(rows);
  const columnSums = new Float64Array(columns);
  table.forEach((count, at) => {
    const [row, column] = [Math.floor(at / columns), at % columns];
    rowSums[row] = (rowSums[row] ?? 0) + count;
    columnSums[column] = (columnSums[column] ?? 0) + count;
  });
  const together = pairs(table);
  const [byRow, byColumn] = [pairs(rowSums), pairs(columnSums)];
  const expected = (byRow * byColumn) / pairsAmong(one.length);
  const most = (byRow + byColumn) / 2;
  return most === expected ? 1 : (together - expected) / (most - expected);
}

function pairs(counts: Float64Array): number {
  return counts.reduce((sum, count) => sum + pairsAmong(count), 0);
}

function groupsOf(partition: Uint8Array): number {
  return partition.reduce((most, group) => Math.max(most, group + 1), 0);
}
