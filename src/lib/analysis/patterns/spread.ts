import { emptyCentres, type Centres } from './centres';
import type { Embedding } from './embedding';

/** Covariance of the coordinates, each pair over the stories that answered both. */
export function spreadOf(
  { rows, width, blocks, coordinates, combination, combinations }: Embedding,
  mean: Float64Array,
): Float64Array {
  const sums = new Float64Array(width * width);
  const pairs = new Float64Array(blocks.length * blocks.length);
  const centred = new Float64Array(width);
  const blockOf = blocks.flatMap((axes, block) => Array.from({ length: axes.width }, () => block));
  for (let row = 0; row < rows; row += 1) {
    const answered = combinations[combination[row] ?? 0];
    for (let axis = 0; axis < width; axis += 1) {
      const counts = answered?.[blockOf[axis] ?? 0] === 1;
      centred[axis] = counts ? (coordinates[row * width + axis] ?? 0) - (mean[axis] ?? 0) : 0;
    }
    for (let p = 0; p < width; p += 1) {
      for (let q = p; q < width; q += 1) {
        sums[p * width + q] = (sums[p * width + q] ?? 0) + (centred[p] ?? 0) * (centred[q] ?? 0);
      }
    }
    for (let p = 0; p < blocks.length; p += 1) {
      if (answered?.[p] !== 1) continue;
      for (let q = p; q < blocks.length; q += 1) {
        pairs[p * blocks.length + q] = (pairs[p * blocks.length + q] ?? 0) + (answered[q] ?? 0);
      }
    }
  }
  const spread = new Float64Array(width * width);
  for (let p = 0; p < width; p += 1) {
    for (let q = p; q < width; q += 1) {
      const n = pairs[(blockOf[p] ?? 0) * blocks.length + (blockOf[q] ?? 0)] ?? 0;
      spread[p * width + q] = spread[q * width + p] = n === 0 ? 0 : (sums[p * width + q] ?? 0) / n;
    }
  }
  return spread;
}

/** Covariance of the centres around their weighted mean. */
export function betweenSpread({ count, width, values }: Centres, sizes: ArrayLike<number>): Float64Array {
  const total = Array.from(sizes).reduce((sum, size) => sum + size, 0);
  const middle = emptyCentres(1, width).values;
  for (let centre = 0; centre < count; centre += 1) {
    for (let p = 0; p < width; p += 1) {
      middle[p] = (middle[p] ?? 0) + ((sizes[centre] ?? 0) / total) * (values[centre * width + p] ?? 0);
    }
  }
  const matrix = new Float64Array(width * width);
  for (let centre = 0; centre < count; centre += 1) {
    const share = (sizes[centre] ?? 0) / total;
    for (let p = 0; p < width; p += 1) {
      for (let q = 0; q < width; q += 1) {
        const [x, y] = [values[centre * width + p] ?? 0, values[centre * width + q] ?? 0];
        matrix[p * width + q] = (matrix[p * width + q] ?? 0) + share * (x - (middle[p] ?? 0)) * (y - (middle[q] ?? 0));
      }
    }
  }
  return matrix;
}

/** The matrix seen at right angles to some directions of length 1. */
export function without(matrix: Float64Array, size: number, axes: readonly Float64Array[]): Float64Array {
  let left = matrix;
  for (const axis of axes) {
    const projected = new Float64Array(size * size);
    const times = Float64Array.from({ length: size }, (_, p) => dotRow(left, size, p, axis));
    const twice = along(left, size, axis);
    for (let p = 0; p < size; p += 1) {
      for (let q = 0; q < size; q += 1) {
        const [ap, aq] = [axis[p] ?? 0, axis[q] ?? 0];
        projected[p * size + q] =
          (left[p * size + q] ?? 0) - ap * (times[q] ?? 0) - (times[p] ?? 0) * aq + twice * ap * aq;
      }
    }
    left = projected;
  }
  return left;
}

/** The sum of the diagonal: variation in all directions together. */
export function traceOf(matrix: Float64Array, size: number): number {
  let trace = 0;
  for (let at = 0; at < size; at += 1) trace += matrix[at * (size + 1)] ?? 0;
  return trace;
}

function dotRow(matrix: Float64Array, size: number, row: number, vector: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < size; at += 1) sum += (matrix[row * size + at] ?? 0) * (vector[at] ?? 0);
  return sum;
}

/** Variation along a direction of length 1. */
export function along(matrix: Float64Array, size: number, axis: Float64Array): number {
  let sum = 0;
  for (let row = 0; row < size; row += 1) sum += (axis[row] ?? 0) * dotRow(matrix, size, row, axis);
  return sum;
}
