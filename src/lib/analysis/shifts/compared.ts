import type { Grouping, StorySet } from '../representation/block';
import { LEAST_MONTHS, monthsOf, type Months } from './change-plan';
import { clustersOf, type Clusters } from './clusters';
import { familyOf, LEAST_STORIES, samplesOf, type Cell, type TopicSamples } from './family';
import { topicsOf, type Topic } from './topic';

/** A set of stories made ready for comparison, and the family of tests, which no answer has had a say in. */
export interface Compared {
  readonly grouping: Grouping;
  readonly clusters: Clusters;
  readonly topics: readonly Topic[];
  /** By topic. */
  readonly samples: readonly TopicSamples[];
  readonly cells: readonly Cell[];
  readonly months: Months;
  /** Placement topics that are tested for a change in time; none in fewer than twice LEAST_MONTHS months. */
  readonly changing: readonly Topic[];
}

/** @param each called with the share done, in [0, 1] */
export function compared(set: StorySet, grouping: Grouping, each: (done: number) => void): Compared {
  const clusters = clustersOf(set.cluster);
  const topics = topicsOf(set, (done, of) => each((0.8 * done) / of));
  const samples = topics.map((topic) => samplesOf(topic, clusters, grouping));
  const months = monthsOf(set.month);
  const changing = topics.filter(
    ({ aspect }, i) =>
      aspect === 'placement' && months.count >= 2 * LEAST_MONTHS && (samples[i]?.all.stories ?? 0) >= 2 * LEAST_STORIES,
  );
  each(1);
  return { grouping, clusters, topics, samples, cells: familyOf(samples), months, changing };
}
