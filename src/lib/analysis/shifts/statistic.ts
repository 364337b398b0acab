import { LANES, type Part } from './parts';

/**
 * The energy statistic of the units in `draws[first .. first + width)`: per part 2N/(n(N-n)) |S - n·mean|², with n and
 * S the count and the summed features of the drawn side. A part with an empty side adds 0.
 *
 * @param each receives the parts' own statistics when given, added to what it holds.
 */
export function statisticOf(
  parts: readonly Part[],
  units: number,
  draws: Uint16Array,
  first: number,
  width: number,
  each?: Float64Array,
): number {
  let total = 0;
  for (let p = 0; p < parts.length; p += 1) {
    const part = parts[p];
    if (!part) continue;
    const value = partStatistic(part, units, draws, first, first + width);
    total += value;
    if (each) each[p] = (each[p] ?? 0) + value;
  }
  return total;
}

function partStatistic(part: Part, units: number, draws: Uint16Array, first: number, end: number): number {
  const { chunks, units: sums, fixed, mean, total } = part;
  let n = 0;
  let squares = 0;
  for (let chunk = 0; chunk < chunks; chunk += 1) {
    const base = chunk * units * LANES;
    const column = chunk * LANES;
    let s0 = fixed[column] ?? 0;
    let s1 = fixed[column + 1] ?? 0;
    let s2 = fixed[column + 2] ?? 0;
    let s3 = fixed[column + 3] ?? 0;
    for (let i = first; i < end; i += 1) {
      const at = base + (draws[i] ?? 0) * LANES;
      s0 += sums[at] ?? 0;
      s1 += sums[at + 1] ?? 0;
      s2 += sums[at + 2] ?? 0;
      s3 += sums[at + 3] ?? 0;
    }
    if (chunk === 0) {
      n = s0;
      if (n <= 0 || n >= total) return 0;
      s0 = 0;
    }
    s0 -= n * (mean[column] ?? 0);
    s1 -= n * (mean[column + 1] ?? 0);
    s2 -= n * (mean[column + 2] ?? 0);
    s3 -= n * (mean[column + 3] ?? 0);
    squares += s0 * s0 + s1 * s1 + s2 * s2 + s3 * s3;
  }
  return ((2 * total) / (n * (total - n))) * squares;
}
