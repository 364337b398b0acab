/** Some stories as the rules see them: how many, and how many of each cluster. Sums of disjoint groups are groups. */
export interface Group {
  readonly stories: number;
  /** Stories by cluster; only clusters with at least one. */
  readonly clusters: ReadonlyMap<number, number>;
}

export const NOBODY: Group = { stories: 0, clusters: new Map() };

/** The stories `rows` with the cluster of every story of the collection. Each row at most once. */
export function groupOf(rows: Iterable<number>, clusterOf: ArrayLike<number>): Group {
  const clusters = new Map<number, number>();
  let stories = 0;
  for (const row of rows) {
    const cluster = clusterOf[row] ?? 0;
    clusters.set(cluster, (clusters.get(cluster) ?? 0) + 1);
    stories += 1;
  }
  return { stories, clusters };
}

/** Groups that share no story, taken together. */
export function together(groups: Iterable<Group>): Group {
  const clusters = new Map<number, number>();
  let stories = 0;
  for (const group of groups) {
    stories += group.stories;
    for (const [cluster, count] of group.clusters) clusters.set(cluster, (clusters.get(cluster) ?? 0) + count);
  }
  return { stories, clusters };
}
