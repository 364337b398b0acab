import type { Block } from '../representation/block';
import { answeredRows } from './answers';

/**
 * Mean squared distance of two answers of a block, over all ordered pairs with each story paired with itself too
 * (2 · sum of squares about the mean / n): 1/6 for answers anywhere (DESIGN_SQUARED_DISTANCE), 0 when all agree, above
 * 1/6 when they divide. NaN when nobody answered.
 */
export function meanSquaredDistance(block: Block, rows?: Uint32Array): number {
  const { rows: answered, n } = answeredRows(block, rows);
  let sum = 0;
  for (let axis = 0; axis < block.width; axis += 1) {
    const at = (row: number): number => block.coordinates[row * block.width + axis] ?? Number.NaN;
    const mean = answered.reduce((total, row) => total + at(row), 0) / n;
    sum += answered.reduce((total, row) => total + (at(row) - mean) ** 2, 0);
  }
  return (2 * sum) / n;
}
