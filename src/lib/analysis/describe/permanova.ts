import { shuffle } from '../random/shuffle';
import type { SeededRandom } from '../random/seeded-random';
import { NO_GROUP } from '../representation/block';
import type { JointPoints } from './joint-coordinates';

export interface Permanova {
  readonly n: number;
  readonly groups: number;
  /** Pseudo-F: variation between groups over that within, each by its degrees of freedom. */
  readonly f: number;
  /** "The grouping accounts for this share of all variation", in [0, 1]. */
  readonly r2: number;
  readonly total: number;
  readonly between: number;
}

/**
 * Variation of points between groups (Anderson 2001, Austral Ecology 26, 32-46) for Euclidean distance, where the sum of
 * squared pair distances over n is the sum of squares about the mean: O(n·width) instead of O(n²). Context, never a flag: it
 * answers to spread as well as to place.
 *
 * @param groupOf per point; NO_GROUP is left out
 * @returns null for fewer than two groups, or no story more than groups
 */
export function permanova({ coordinates, width }: JointPoints, groupOf: Uint16Array): Permanova | null {
  const groupCount = groupOf.reduce((most, group) => (group === NO_GROUP ? most : Math.max(most, group + 1)), 0);
  const sizes = new Uint32Array(groupCount);
  const sums = new Float64Array(groupCount * width);
  const mean = new Float64Array(width);
  groupOf.forEach((group, i) => {
    if (group === NO_GROUP) return;
    sizes[group] = (sizes[group] ?? 0) + 1;
    for (let axis = 0; axis < width; axis += 1) {
      const value = coordinates[i * width + axis] ?? Number.NaN;
      sums[group * width + axis] = (sums[group * width + axis] ?? 0) + value;
      mean[axis] = (mean[axis] ?? 0) + value;
    }
  });
  const n = sizes.reduce((sum, size) => sum + size, 0);
  const groups = sizes.filter((size) => size > 0).length;
  if (groups < 2 || n <= groups) return null;
  mean.forEach((sum, axis) => (mean[axis] = sum / n));
  let total = 0;
  groupOf.forEach((group, i) => {
    if (group === NO_GROUP) return;
    for (let axis = 0; axis < width; axis += 1) {
      total += ((coordinates[i * width + axis] ?? Number.NaN) - (mean[axis] ?? 0)) ** 2;
    }
  });
  let between = 0;
  sizes.forEach((size, group) => {
    if (size === 0) return;
    for (let axis = 0; axis < width; axis += 1) {
      between += size * ((sums[group * width + axis] ?? 0) / size - (mean[axis] ?? 0)) ** 2;
    }
  });
  const f = between / (groups - 1) / ((total - between) / (n - groups));
  return { n, groups, f, r2: between / total, total, between };
}

/**
 * p of a PERMANOVA by free permutation of the stories' groups: (1 + drawings with F at least as large) / (drawings + 1). Stories of one gathering
 * are not independent: this is the reference's p, not a claim to print.
 */
export function permanovaP(
  points: JointPoints,
  groupOf: Uint16Array,
  drawings: number,
  random: SeededRandom,
): number | null {
  const seen = permanova(points, groupOf);
  if (!seen) return null;
  const drawn = groupOf.slice();
  let reached = 0;
  for (let drawing = 0; drawing < drawings; drawing += 1) {
    shuffle(drawn, random);
    if ((permanova(points, drawn)?.f ?? 0) >= seen.f * (1 - 1e-9)) reached += 1;
  }
  return (1 + reached) / (drawings + 1);
}
