import type { Story } from '../../domain/story/story';

export interface Capture {
  readonly story: Story;
  /** When the vendor's server received it. */
  readonly receivedAt: Date;
}
