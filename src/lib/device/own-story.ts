import type { OwnStory } from './device';
import type { OutboxRow, OwnRow, ReceiptRow } from './rows';

/**
 * What My stories may show of a finished story. A child's is not shown unless somebody said so, and neither is one of
 * which the audience is not known: everybody is a child until it is known otherwise (Children's Code, standard 3).
 */
export function ownStory(receipt: ReceiptRow, row: OutboxRow | null, wish: OwnRow | null): OwnStory {
  const { id, collector, sequence, finishedAt, audience } = receipt;
  return {
    id,
    collector,
    sequence,
    finishedAt,
    words: receipt.words ?? [],
    state: row?.state ?? null,
    refusal: row?.refusal ?? null,
    shown: wish?.shown ?? (audience !== undefined && audience !== 'child'),
    kept: wish !== null && wish.item !== null,
  };
}
