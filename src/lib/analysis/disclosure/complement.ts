import { groupOf, type Group } from './group';
import { hasStory, type StoryBits } from './story-bits';

/** The rest within the whole, n - set: whoever knows n has it by one subtraction (DOMAIN 5.3.3). */
export function complementGroup(stories: StoryBits, clusterOf: ArrayLike<number>): Group {
  return groupOf(rowsWhere(stories, false), clusterOf);
}

/** The stories asked about. */
export function itselfGroup(stories: StoryBits, clusterOf: ArrayLike<number>): Group {
  return groupOf(rowsWhere(stories, true), clusterOf);
}

function* rowsWhere(stories: StoryBits, within: boolean): Generator<number> {
  for (let row = 0; row < stories.rows; row += 1) if (hasStory(stories, row) === within) yield row;
}
