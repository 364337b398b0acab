import { NO_GROUP, type Block, type Grouping } from '../representation/block';
import { answeredRows } from '../describe/answers';

export interface PlaceMeans {
  readonly n: readonly number[];
  readonly mean: readonly number[];
  /** s²/n, with divisor n - 1 in s²; NaN below two stories. */
  readonly varianceOfMean: readonly number[];
}

/** Mean of one coordinate per group, with the variance of that mean as if stories were independent. */
export function placeMeans(block: Block, grouping: Grouping, axis = 0): PlaceMeans {
  const values = grouping.groups.map((): number[] => []);
  for (const row of answeredRows(block).rows) {
    values[grouping.of[row] ?? NO_GROUP]?.push(block.coordinates[row * block.width + axis] ?? Number.NaN);
  }
  const mean = values.map((own) => own.reduce((sum, value) => sum + value, 0) / own.length);
  const varianceOfMean = values.map((own, group) => {
    const squares = own.reduce((sum, value) => sum + (value - (mean[group] ?? 0)) ** 2, 0);
    return own.length < 2 ? Number.NaN : squares / (own.length - 1) / own.length;
  });
  return { n: values.map((own) => own.length), mean, varianceOfMean };
}
