import type { OutboxEntry } from '../device/device';
import { isTakenBack } from '../device/settle';

/**
 * What a teller sees of a finished story; a screen has words for each.
 *
 * | state | meaning |
 * |---|---|
 * | on_this_device | whole and safe here, not sent yet |
 * | on_its_way | being sent now |
 * | arrived | the server has stored it for good |
 * | not_accepted | the server said no; it stays here, `refusal.message` says why |
 * | taken_back | its teller took it back, here or elsewhere |
 */
export type StoryState = 'on_this_device' | 'on_its_way' | 'arrived' | 'not_accepted' | 'taken_back';

/** The plain state of an outbox entry. */
export function storyState(entry: Pick<OutboxEntry, 'state' | 'refusal'>): StoryState {
  switch (entry.state) {
    case 'waiting':
      return 'on_this_device';
    case 'sending':
      return 'on_its_way';
    case 'stored':
      return 'arrived';
    case 'refused':
      return isTakenBack(entry) ? 'taken_back' : 'not_accepted';
  }
}
