import { memoryDevice } from '$lib/device/memory-device';
import type { Fetcher } from '$lib/protocol/client/call-api';
import { exchangeCode } from '$lib/protocol/client/exchange-code';
import { pushBatch } from '$lib/protocol/client/push-batch';
import { withdrawStory } from '$lib/protocol/client/receipts';
import type { PushItem } from '$lib/protocol/push';
import { textOf } from './made-stories';
import { pushStories, type PassResult } from '$lib/sync/push-stories';

/** A device with the product's own sync, kept in memory, that has finished these stories. */
export async function deviceWith(items: readonly PushItem[], code: string, fetcher: Fetcher) {
  const device = memoryDevice();
  for (const item of items) {
    const json = textOf(item);
    const { id, hash } = item;
    await device.outbox.add({
      id,
      words: [],
      prepare: (sequence) =>
        Promise.resolve({
          kind: 'prepared',
          body: { id, json },
          files: [],
          receipt: { id, collector: code, words: null, hash, sequence, finishedAt: 0, audience: item.story.audience },
          row: {
            id,
            collector: code,
            sequence,
            state: 'waiting',
            hash,
            bytes: Buffer.byteLength(json),
            shared: false,
            finishedAt: 0,
            faults: 0,
            refusal: null,
            storedAt: null,
            epoch: null,
          },
        }),
    });
  }
  return {
    device,
    pass: (): Promise<PassResult> =>
      pushStories({
        device,
        push: (batch) => pushBatch(batch, fetcher),
        exchange: (wanted) => exchangeCode(wanted, fetcher),
        withdraw: (asked, token) => withdrawStory(asked, token, fetcher),
        now: () => Date.now(),
        suspectStory: false,
      }),
  };
}
