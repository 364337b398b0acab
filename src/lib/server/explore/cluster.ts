import type { StoredStory } from '../store/port';
import { isoWeek } from './calendar';

/** The cluster of stories that is permuted together in the statistics (METHOD 2c): the session, else collector and week. */
export function clusterOf({ story, receivedAt }: Pick<StoredStory, 'story' | 'receivedAt'>): string {
  return story.session ?? `${story.collector} ${isoWeek(receivedAt)}`;
}
