import type { SeededRandom } from '../random/seeded-random';
import { drawToFront } from '../random/shuffle';

/** `count` different rows in ascending order, every choice equally likely; all rows where there are no more. */
export function sampledRows(rows: number, count: number, random: SeededRandom): Uint32Array {
  const order = new Uint32Array(rows);
  for (let row = 0; row < rows; row += 1) order[row] = row;
  if (count >= rows) return order;
  drawToFront(order, count, random);
  return order.slice(0, count).sort();
}
