import type { Programme } from '../../domain/programme/programme';
import { effectiveSharing } from '../../domain/story/story';
import type { SnapshotRow } from '../../columns/snapshot-row';
import type { Store, StoredStory } from '../store/port';

/**
 * Whether a story waits for a reading under the programme's policy (`all`, `flagged` or `none` are held). A story that
 * a reader is worried about is held under every policy.
 */
export type Held = (stored: StoredStory) => boolean;

export async function heldIn(store: Pick<Store, 'queue'>, programme: Programme): Promise<Held> {
  switch (programme.policies.hold) {
    case 'all':
      return ({ reading }) => reading !== 'clear';
    case 'none':
      return ({ reading }) => reading === 'concern';
    case 'flagged': {
      // The wish for help is kept apart from the story: only the queue joins the two.
      const waiting = await store.queue(programme.slug);
      const flagged = new Set(waiting.filter(({ help }) => help?.wanted === true).map(({ serial }) => serial));
      return ({ reading, serial }) => reading === 'concern' || (reading === 'unread' && flagged.has(serial));
    }
  }
}

/** 0 held, 1 nothing to read, 2 readable: invariant 7 of the design, decided in this one place. */
export function readableState(stored: StoredStory, held: Held): SnapshotRow['readable'] {
  const { story } = stored;
  if (tellsNothing(story) || effectiveSharing(story) === 'dots') return 1;
  return held(stored) ? 0 : 2;
}

function tellsNothing({ text, title, media, symbols = [] }: StoredStory['story']): boolean {
  return text === null && title === null && media.length === 0 && symbols.length === 0;
}
