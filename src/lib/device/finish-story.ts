import { contentHash } from '../domain/story/content-hash';
import { finishDraft, type Unfinished } from '../domain/story/finish';
import { receiptKey } from '../domain/story/receipt';
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

/**
 * Makes a draft ready to be sent under a sequence number. Hashing waits on the browser's crypto, during which an IndexedDB
 * transaction would commit by itself: so this happens before the transaction, which then checks that the number is still
 * free. @param receiptHash `receiptKey` of the words: slow on purpose, made once
 */
export async function prepareStory(
  { draft, clock, words, shared }: Finishing,
  sequence: number,
  receiptHash: string,
): Promise<PreparedStory | Unfinished> {
  const finished = finishDraft(draft, clock.toISOString(), sequence);
  if (finished.kind !== 'story') return finished;
  const { story } = finished;
  const hash = await contentHash(story);
  const help = draft.help?.wanted === true ? draft.help : null;
  const item: PushItem = { id: story.id, hash, receipt: receiptHash, help, story };
  const json = JSON.stringify(item);
  const { id, collector } = story;
  const finishedAt = clock.getTime();
  return {
    kind: 'prepared',
    body: { id, json },
    receipt: { id, collector, words: shared ? null : [...words], hash, sequence, finishedAt },
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
    },
  };
}

export function receiptHashOf({ draft, words }: Finishing): Promise<string> {
  return receiptKey(words, draft.collector);
}
