import 'fake-indexeddb/auto';
import type { SeededRandom } from '$lib/analysis/random/seeded-random';
import type { Device } from '$lib/device/device';
import { finishing } from '$lib/device/finish-story';
import { openDevice } from '$lib/device/open-device';
import type { Fetcher } from '$lib/protocol/client/call-api';
import { exchangeCode } from '$lib/protocol/client/exchange-code';
import { pushBatch } from '$lib/protocol/client/push-batch';
import { PushItemSchema } from '$lib/protocol/push';
import { pushStories, type PassResult } from '$lib/sync/push-stories';
import type { Ledger } from './ledger';
import { madeDraft } from './made-draft';

/** A phone with the product's own store (over an IndexedDB in memory), outbox and sync; only the screen is missing. */
export class LoadDevice {
  readonly #device: Device;
  readonly #line: Fetcher;
  readonly #ledger: Ledger;

  private constructor(device: Device, line: Fetcher, ledger: Ledger) {
    this.#device = device;
    this.#line = line;
    this.#ledger = ledger;
  }

  static async open(line: Fetcher, ledger: Ledger): Promise<LoadDevice> {
    const opened = await openDevice({ name: `phone ${crypto.randomUUID()}` });
    if (opened.kind !== 'open') throw new Error(opened.kind, { cause: opened.cause });
    return new LoadDevice(opened.device, line, ledger);
  }

  /** Somebody tells and finishes a story here. */
  async tell(random: SeededRandom, collector: string): Promise<void> {
    const draft = madeDraft(random, collector);
    const words = ['otter', 'ladder', 'plum', 'sunny'];
    const finished = await this.#device.outbox.add(finishing({ draft, clock: new Date(), words, shared: false }));
    if (finished.kind !== 'finished') throw new Error(finished.kind);
  }

  /** One pass of the product's sync over everything that waits. */
  pass(suspectStory = false): Promise<PassResult> {
    return pushStories({
      device: this.#device,
      push: (batch) => {
        for (const json of batch.items) {
          const { id, hash } = PushItemSchema.parse(JSON.parse(json));
          if (this.#ledger.told(id) === undefined) this.#ledger.tell({ id, hash, json });
        }
        return pushBatch(batch, this.#line);
      },
      exchange: (code) => exchangeCode(code, this.#line),
      withdraw: () => Promise.reject(new Error('nobody takes a story back here')),
      // Faults come thick and fast: nobody waits for as long as a server asked.
      now: () => Date.now() + 24 * 60 * 60 * 1000 * (this.#days += 1),
      suspectStory,
    });
  }
  #days = 0;

  /** Tells the ledger what this device takes for stored or refused. @returns how many still wait */
  async settle(): Promise<number> {
    const listed = await this.#device.outbox.list();
    if (listed.kind !== 'kept') throw new Error(listed.kind);
    for (const { id, state, refusal } of listed.value.entries) {
      if (state === 'stored') this.#ledger.hear({ id, outcome: 'already' });
      if (state === 'refused')
        this.#ledger.hear({ id, outcome: 'refused', reason: refusal ?? { kind: 'unknown', message: '' } });
    }
    return listed.value.entries.filter(({ state }) => state === 'waiting' || state === 'sending').length;
  }

  close(): void {
    this.#device.close();
  }
}
