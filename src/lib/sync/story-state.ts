import type { OutboxEntry } from '../device/device';

/**
 * What a teller sees of a finished story; a screen has words for each.
 *
 * | state | meaning |
 * |---|---|
 * | on_this_device | whole and safe here, not sent yet |
 * | on_its_way | being sent now |
 * | arrived | the server has stored it for good |
 * | not_accepted | the server said no; it stays here, `refusal.message` says why |
 */
export type StoryState = 'on_this_device' | 'on_its_way' | 'arrived' | 'not_accepted';

/** The plain state of an outbox entry. */
export function storyState(entry: Pick<OutboxEntry, 'state'>): StoryState {
  switch (entry.state) {
    case 'waiting':
      return 'on_this_device';
    case 'sending':
      return 'on_its_way';
    case 'stored':
      return 'arrived';
    case 'refused':
      return 'not_accepted';
  }
}
