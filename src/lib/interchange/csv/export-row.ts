import type { Story } from '../../domain/story/story';

/** One story on its way into a file. */
export interface ExportRow {
  /** The server's running number; the story's own id would say when it was made. */
  readonly serial: number;
  /** `2026-11`. */
  readonly month: string;
  /** Number of the cluster of stories (session, else collector and week). */
  readonly cluster: number;
  /** Cleared by a reader and shared for reading: only then its words are written. */
  readonly readable: boolean;
  readonly story: Story;
}
