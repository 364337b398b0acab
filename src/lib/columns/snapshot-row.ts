import type { Story } from '../domain/story/story';

/** One story on its way into columns. */
export interface SnapshotRow {
  /** The server's own running number: names a mark without saying when it was made. */
  readonly serial: number;
  readonly story: Story;
  /** Months since January 1970 in which the server received it. */
  readonly monthReceived: number;
  /** 0 = words held until a reader clears them, 1 = nothing to read (shared as dots only, or without words), 2 = readable. */
  readonly readable: 0 | 1 | 2;
  /** The cluster of stories for the statistics: the session, else collector and week. */
  readonly cluster: string;
}
