import { NO_GROUP, type Grouping } from '../representation/block';
import { NO_BIN } from './bins';
import type { Clusters } from './clusters';
import type { Topic } from './topic';

/** Under so many stories on a topic a group is not tested (METHOD 2d). */
export const LEAST_STORIES = 30;
/** From fewer clusters no shift is flagged: few gatherings can be alike by chance (METHOD 2c). */
export const LEAST_CLUSTERS = 5;

/** Stories that answered a topic, and the clusters they come from. */
export interface Sample {
  readonly stories: number;
  readonly clusters: number;
}

/** How much each group has to say on a topic. */
export interface TopicSamples {
  readonly byGroup: readonly Sample[];
  readonly all: Sample;
}

/** Counts a topic's stories and clusters by group. A story counts once, with any of the topic's facets. */
export function samplesOf(topic: Topic, clusters: Clusters, { of, groups }: Grouping): TopicSamples {
  const stories = new Float64Array(groups.length + 1);
  const inClusters = new Float64Array(groups.length + 1);
  const lastCluster = new Int32Array(groups.length + 1).fill(-1);
  const all = groups.length;
  const see = (group: number, cluster: number): void => {
    stories[group] = (stories[group] ?? 0) + 1;
    if (lastCluster[group] !== cluster) inClusters[group] = (inClusters[group] ?? 0) + 1;
    lastCluster[group] = cluster;
  };
  const columns = topic.facets.map(({ answers }) => answers.of);
  for (let cluster = 0; cluster < clusters.count; cluster += 1) {
    for (const story of clusters.storiesOf(cluster)) {
      const group = of[story] ?? NO_GROUP;
      if (group >= all || columns.every((column) => column[story] === NO_BIN)) continue;
      see(group, cluster);
      see(all, cluster);
    }
  }
  const sample = (group: number): Sample => ({ stories: stories[group] ?? 0, clusters: inClusters[group] ?? 0 });
  return { byGroup: groups.map((_, group) => sample(group)), all: sample(all) };
}

/** One cell of the family: a group on a topic. */
export interface Cell {
  readonly group: number;
  readonly topic: number;
}

/**
 * The family of tests of a view, fixed by sample size alone, before any answer is looked at: each group with at least
 * LEAST_STORIES stories on a topic, where the rest has as many.
 */
export function familyOf(samples: readonly TopicSamples[]): Cell[] {
  return samples.flatMap(({ byGroup, all }, topic) =>
    byGroup.flatMap(({ stories }, group) =>
      stories >= LEAST_STORIES && all.stories - stories >= LEAST_STORIES ? [{ group, topic }] : [],
    ),
  );
}
