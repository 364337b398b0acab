import type { OutboxEntry } from '../device/device';
import type { FileProgress } from '../device/media-queue';
import { isTakenBack } from '../device/taken-back';

/**
 * What a teller sees of a finished story; a screen has words for each.
 *
 * | state | meaning |
 * |---|---|
 * | on_this_device | whole and safe here, not sent yet |
 * | link_closed | the same, and its link takes nothing any more |
 * | on_its_way | being sent now |
 * | words_arrived | the server has stored it for good; a file of it is on its way |
 * | file_not_accepted | the same, and the server said no to a file; it stays here, with the reason |
 * | arrived | the server has stored it for good, and every file of it |
 * | not_accepted | the server said no; it stays here, `refusal.message` says why |
 * | taken_back | its teller took it back, here or elsewhere |
 */
export type StoryState =
  | 'on_this_device'
  | 'link_closed'
  | 'on_its_way'
  | 'words_arrived'
  | 'file_not_accepted'
  | 'arrived'
  | 'not_accepted'
  | 'taken_back';

/** The plain state of an outbox entry. @param files of the story; left out where it has none */
export function storyState(
  entry: Pick<OutboxEntry, 'state' | 'refusal' | 'linkClosed'>,
  files?: Pick<FileProgress, 'waiting' | 'refused'>,
): StoryState {
  switch (entry.state) {
    case 'waiting':
      return entry.linkClosed === true ? 'link_closed' : 'on_this_device';
    case 'sending':
      return 'on_its_way';
    case 'stored':
      if (files !== undefined && files.refused > 0) return 'file_not_accepted';
      return files !== undefined && files.waiting > 0 ? 'words_arrived' : 'arrived';
    case 'refused':
      return isTakenBack(entry) ? 'taken_back' : 'not_accepted';
  }
}
