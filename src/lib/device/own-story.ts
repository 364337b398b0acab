import type { OwnStory } from './device';
import type { FileProgress } from './media-queue';
import type { OutboxRow, OwnRow, ReceiptRow } from './rows';

/** What My stories may say of a finished story. */
export function ownStory(
  receipt: ReceiptRow,
  row: OutboxRow | null,
  wish: OwnRow | null,
  files: FileProgress,
): OwnStory {
  const { id, collector, sequence, finishedAt } = receipt;
  return {
    id,
    collector,
    sequence,
    finishedAt,
    words: receipt.words ?? [],
    state: row?.state ?? null,
    refusal: row?.refusal ?? null,
    ...(row?.linkClosed === true ? { linkClosed: true } : {}),
    files,
    shown: isShown(receipt, wish),
    kept: wish !== null && wish.item !== null,
  };
}

/**
 * Whether a story stands in My stories. A child's is not shown unless somebody said so, and neither is one of
 * which the audience is not known: everybody is a child until it is known otherwise (Children's Code, standard 3).
 */
export function isShown({ audience }: ReceiptRow, wish: OwnRow | null): boolean {
  return wish?.shown ?? (audience !== undefined && audience !== 'child');
}
