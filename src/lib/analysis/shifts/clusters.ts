import { NO_GROUP } from '../representation/block';

/** The clusters of a set of stories, numbered 0, 1, 2, ... in the order in which they first occur. */
export interface Clusters {
  readonly count: number;
  /** Per story its cluster. */
  readonly of: Uint32Array;
  /** The stories of each cluster, in the order of the columns. */
  storiesOf(cluster: number): Uint32Array;
}

/** Numbers the clusters that occur and lists their stories. */
export function clustersOf(cluster: Uint32Array): Clusters {
  const numbers = new Map<number, number>();
  const of = new Uint32Array(cluster.length);
  for (let i = 0; i < cluster.length; i += 1) {
    const id = cluster[i] ?? 0;
    let number = numbers.get(id);
    if (number === undefined) numbers.set(id, (number = numbers.size));
    of[i] = number;
  }
  const count = numbers.size;
  const starts = new Uint32Array(count + 1);
  for (const number of of) starts[number + 1] = (starts[number + 1] ?? 0) + 1;
  for (let c = 0; c < count; c += 1) starts[c + 1] = (starts[c + 1] ?? 0) + (starts[c] ?? 0);
  const next = starts.slice();
  const stories = new Uint32Array(of.length);
  for (let i = 0; i < of.length; i += 1) {
    const number = of[i] ?? 0;
    const at = next[number] ?? 0;
    stories[at] = i;
    next[number] = at + 1;
  }
  return { count, of, storiesOf: (c) => stories.subarray(starts[c] ?? 0, starts[c + 1] ?? 0) };
}

/** A cluster with stories of several groups: a hub afternoon with families from several areas. */
export const MIXED = -1;
/** A cluster none of whose stories belongs to a group. */
export const GROUPLESS = -2;

/**
 * Per cluster the one group of all its stories, or MIXED, or GROUPLESS. Stories without a group do not count.
 *
 * @param groupOf per story its group, 0 to groups - 1, or NO_GROUP
 */
export function clusterGroups({ of, count }: Clusters, groupOf: Uint16Array, groups: number): Int32Array {
  const kinds = new Int32Array(count).fill(GROUPLESS);
  for (let i = 0; i < of.length; i += 1) {
    const own = groupOf[i] ?? NO_GROUP;
    if (own >= groups) continue;
    const at = of[i] ?? 0;
    if (kinds[at] === GROUPLESS) kinds[at] = own;
    else if (kinds[at] !== own) kinds[at] = MIXED;
  }
  return kinds;
}
