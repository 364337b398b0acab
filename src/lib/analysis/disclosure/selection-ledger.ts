import { hasStory, type StoryBits } from './story-bits';

/**
 * What has been told of a collection so far, as the parts into which the told sets cut it: two stories are in one part
 * when every told set holds both or neither. Whatever anybody works out from the answers, by sums and differences of
 * any length, is about a union of whole parts. One number per story however many sets were told; never changed, only
 * followed by a longer one.
 */
export interface SelectionLedger {
  /** The part of every story. */
  readonly part: Uint32Array;
  readonly parts: number;
  /** The question about all stories. */
  readonly whole: string;
  /** Every answer given, by its question: the same question gets the same answer. */
  readonly told: ReadonlyMap<string, number>;
}

/** Nothing told yet. @param whole how the question about all stories is written */
export function openLedger(rows: number, whole: string): SelectionLedger {
  return { part: new Uint32Array(rows), parts: 1, whole, told: new Map() };
}

/** The ledger after `question` about `stories` was answered by the figure `shown`. */
export function afterTelling(
  ledger: SelectionLedger,
  question: string,
  stories: StoryBits,
  shown: number,
): SelectionLedger {
  const told = new Map(ledger.told).set(question, shown);
  const seen = new Map<number, number>();
  const part = Uint32Array.from(ledger.part, (old, row) => {
    const half = old * 2 + (hasStory(stories, row) ? 1 : 0);
    const known = seen.get(half) ?? seen.size;
    seen.set(half, known);
    return known;
  });
  return { ...ledger, part, parts: Math.max(1, seen.size), told };
}
