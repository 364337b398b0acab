import { shuffle } from '../random/shuffle';
import type { SeededRandom } from '../random/seeded-random';
import type { Clusters } from './clusters';

/** The months of a set of stories, numbered from its first. */
export interface Months {
  /** Months since January 1970. */
  readonly first: number;
  readonly count: number;
  /** Per story its month, 0 to count - 1. */
  readonly of: Uint16Array;
}

/** A change has at least so many months before it and after it: less is an event. */
export const LEAST_MONTHS = 3;

/** The months before which the stories may be split: 3, 4, ... as the reference figures' `candidates`. */
export function candidateSplits(months: number): { readonly first: number; readonly last: number } {
  return { first: LEAST_MONTHS, last: months - LEAST_MONTHS };
}

/** Numbers months from the first that occurs; gaps keep their numbers. */
export function monthsOf(month: Uint16Array): Months {
  let first = 65_535;
  let last = 0;
  for (const each of month) {
    if (each < first) first = each;
    if (each > last) last = each;
  }
  const count = month.length === 0 ? 0 : last - first + 1;
  return { first, count, of: month.map((each) => each - first) };
}

/** What changes places in time under the hypothesis that nothing changed. */
export interface ChangePlan {
  /** Per unit its month as told; units of one class stand together. */
  readonly monthOfUnit: Uint16Array;
  /** Where each class of units starts, and the number of units at the end. */
  readonly starts: readonly number[];
  /** Per story its unit, or STAYS in its cluster's month, or LEFT_OUT. */
  readonly unitOf: Int32Array;
  /** Per story the month of its cluster: the first of its stories' months. */
  readonly clusterMonth: Uint16Array;
}

export const STAYS = -1;
export const LEFT_OUT = -2;

/** At most about so many units, whatever the number of clusters. */
const UNITS = 256;

/**
 * Whole clusters change places in time, within their class. As in plan-in-making.ts many clusters move in blocks of equally
 * many, here of one class and month, so that the test stays exact; what is left over stays in its month.
 *
 * @param classOf per cluster what it may change places with; negative: left out
 */
export function changePlan(clusters: Clusters, months: Months, classOf: Int32Array, random: SeededRandom): ChangePlan {
  const clusterMonths = new Uint16Array(clusters.count).fill(65_535);
  clusters.of.forEach((cluster, story) => {
    clusterMonths[cluster] = Math.min(clusterMonths[cluster] ?? 0, months.of[story] ?? 0);
  });
  const order = Uint32Array.from({ length: clusters.count }, (_, cluster) => cluster);
  shuffle(order, random);
  const byPlace = new Map<number, number[]>();
  let taking = 0;
  for (const cluster of order) {
    const own = classOf[cluster] ?? -1;
    if (own < 0) continue;
    taking += 1;
    const place = own * months.count + (clusterMonths[cluster] ?? 0);
    const there = byPlace.get(place);
    if (there) there.push(cluster);
    else byPlace.set(place, [cluster]);
  }
  const size = Math.max(1, Math.ceil(taking / UNITS));
  const unitOfCluster = new Int32Array(clusters.count).fill(LEFT_OUT);
  const monthOfUnit: number[] = [];
  const starts: number[] = [];
  let lastClass = -1;
  for (const place of [...byPlace.keys()].sort((p, q) => p - q)) {
    const own = Math.floor(place / months.count);
    if (own !== lastClass) starts.push(monthOfUnit.length);
    lastClass = own;
    const there = byPlace.get(place) ?? [];
    const units = Math.floor(there.length / size);
    there.forEach((cluster, i) => {
      unitOfCluster[cluster] = i < units * size ? monthOfUnit.length + Math.floor(i / size) : STAYS;
    });
    for (let unit = 0; unit < units; unit += 1) monthOfUnit.push(place % months.count);
  }
  starts.push(monthOfUnit.length);
  return {
    monthOfUnit: Uint16Array.from(monthOfUnit),
    starts,
    unitOf: Int32Array.from(clusters.of, (cluster) => unitOfCluster[cluster] ?? LEFT_OUT),
    clusterMonth: Uint16Array.from(clusters.of, (cluster) => clusterMonths[cluster] ?? 0),
  };
}
