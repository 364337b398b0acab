import { shuffle } from '../random/shuffle';
import type { SeededRandom } from '../random/seeded-random';
import { NO_GROUP } from '../representation/block';
import { clusterGroups, GROUPLESS, MIXED, type Clusters } from './clusters';

/** Clusters are put into at most so many units of a class: the variance of a sum is the same, the work is bounded. */
const UNITS = 120;

/** Sums by unit, of a group's stories and of all others', unit by unit; in three classes that are resampled apart. */
export interface SideSums {
  readonly columns: number;
  readonly classes: readonly { readonly units: number; readonly own: Float64Array; readonly rest: Float64Array }[];
}

/** What a story adds: writes into `sums` from `first` on. */
export type AddStory = (story: number, sums: Float64Array, first: number) => void;

/**
 * Prepares the bootstrap by cluster: clusters all of the group, clusters all of others, and mixed ones, each class
 * resampled as a whole so that the group keeps about its number of clusters.
 */
export function sideSums(
  clusters: Clusters,
  groupOf: Uint16Array,
  groups: number,
  group: number,
  columns: number,
  add: AddStory,
  random: SeededRandom,
): SideSums {
  const kinds = clusterGroups(clusters, groupOf, groups);
  const order = Uint32Array.from({ length: clusters.count }, (_, cluster) => cluster);
  shuffle(order, random);
  const classOf = (kind: number): number => (kind === group ? 0 : kind === MIXED ? 2 : 1);
  const members: number[][] = [[], [], []];
  for (const cluster of order) {
    const kind = kinds[cluster] ?? GROUPLESS;
    if (kind !== GROUPLESS) members[classOf(kind)]?.push(cluster);
  }
  const classes = members.map((own) => {
    const units = Math.min(UNITS, own.length);
    const sums = { units, own: new Float64Array(units * columns), rest: new Float64Array(units * columns) };
    own.forEach((cluster, i) => {
      for (const story of clusters.storiesOf(cluster)) {
        const of = groupOf[story] ?? NO_GROUP;
        if (of < groups) add(story, of === group ? sums.own : sums.rest, (i % units) * columns);
      }
    });
    return sums;
  });
  return { columns, classes };
}

/** The sums of both sides: all units once, or each class drawn with replacement. */
export function totalOf(
  { columns, classes }: SideSums,
  random: SeededRandom | null,
): { own: Float64Array; rest: Float64Array } {
  const own = new Float64Array(columns);
  const rest = new Float64Array(columns);
  for (const each of classes) {
    for (let i = 0; i < each.units; i += 1) {
      const first = (random === null ? i : random.below(each.units)) * columns;
      for (let k = 0; k < columns; k += 1) {
        own[k] = (own[k] ?? 0) + (each.own[first + k] ?? 0);
        rest[k] = (rest[k] ?? 0) + (each.rest[first + k] ?? 0);
      }
    }
  }
  return { own, rest };
}
