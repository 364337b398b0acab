import type { MediaRef } from '../domain/story/media-ref';
import type { BodyRow, OutboxRow, ReceiptRow } from './rows';

/** What finishing a story puts into the tables. */
export interface PreparedStory {
  kind: 'prepared';
  row: OutboxRow;
  body: BodyRow;
  receipt: ReceiptRow;
  /** The files that the story names: these are sent, other files of its draft are not. */
  files: readonly MediaRef[];
}
