import type { BinGrid } from './bins';

/** Euclidean distances between all bins of a grid, `count` rows of `count`. */
export function binDistances({ count, width, centres }: BinGrid): Float64Array {
  const distances = new Float64Array(count * count);
  for (let i = 0; i < count; i += 1) {
    for (let j = 0; j < i; j += 1) {
      let squared = 0;
      for (let k = 0; k < width; k += 1)
        squared += ((centres[i * width + k] ?? 0) - (centres[j * width + k] ?? 0)) ** 2;
      distances[i * count + j] = distances[j * count + i] = Math.sqrt(squared);
    }
  }
  return distances;
}
