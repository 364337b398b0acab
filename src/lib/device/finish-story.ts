import { contentHash } from '../domain/story/content-hash';
import type { Draft } from '../domain/story/draft';
import { finishDraft } from '../domain/story/finish';
import { receiptKey } from '../domain/story/receipt-key';
import type { Story } from '../domain/story/story';
import type { PushItem } from '../protocol/push';
import type { Finishing } from './device';
import type { BodyRow, OutboxRow, ReceiptRow } from './rows';

/** What finishing a story puts into the tables. */
export interface PreparedStory {
  kind: 'prepared';
  row: OutboxRow;
  body: BodyRow;
  receipt: ReceiptRow;
}

export interface Told {
  draft: Draft;
  /** The device's clock. */
  clock: Date;
  /** The four receipt words, drawn by `drawReceipt`. */
  words: readonly string[];
  /** Others use this device: nothing readable may remain once the story has arrived, the words neither. */
  shared: boolean;
}

/**
 * Makes a draft ready for the outbox. Hashing waits on the browser's crypto, during which an IndexedDB transaction would
 * commit by itself: so this happens before the transaction, which then checks that the number is still free.
 */
export function finishing(told: Told): Finishing {
  let receiptHash: Promise<string> | null = null;
  return {
    id: told.draft.id,
    words: told.words,
    prepare: async (sequence) => {
      const finished = finishDraft(told.draft, told.clock.toISOString(), sequence);
      if (finished.kind !== 'story') return finished;
      // Slow on purpose: once for all numbers that are tried.
      receiptHash ??= receiptKey(told.words, told.draft.collector);
      return prepared(told, finished.story, await receiptHash);
    },
  };
}

async function prepared({ draft, clock, words, shared }: Told, story: Story, receipt: string): Promise<PreparedStory> {
  const { id, collector } = story;
  const hash = await contentHash(story);
  const help = draft.help?.wanted === true ? draft.help : null;
  const item: PushItem = { id, hash, receipt, help, story };
  const json = JSON.stringify(item);
  const { sequence } = story.device;
  const finishedAt = clock.getTime();
  return {
    kind: 'prepared',
    body: { id, json },
    receipt: { id, collector, words: shared ? null : [...words], hash, sequence, finishedAt, audience: story.audience },
    row: {
      id,
      collector,
      sequence,
      state: 'waiting',
      hash,
      bytes: new TextEncoder().encode(json).length,
      shared,
      finishedAt,
      faults: 0,
      refusal: null,
      epoch: null,
      storedAt: null,
      revision: story.revision,
      // The revision that is changed may have been sent.
      offered: story.revision > 1,
    },
  };
}
