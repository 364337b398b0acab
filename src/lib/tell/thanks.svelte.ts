import type { Device, OutboxEntry } from '../device/device';
import type { FileProgress } from '../device/media-queue';
import type { Audience } from '../domain/audience';
import type { Edition } from '../domain/framework/edition';
import type { PublicCollector } from '../domain/programme/collector';
import { storyState, type StoryState } from '../sync/story-state';
import { ThanksOwn } from './receipts/thanks-own.svelte';
import { tellingWordsFor, type TellingSay } from './telling-words';

/** What the receipt page knows of a finished story: never its text, never whether anybody is worried about it. */
export class Thanks {
  readonly storyId: string;
  readonly collector: PublicCollector;
  /** Null when the story was told in an earlier life of this device whose questions are gone. */
  readonly edition: Edition | null;
  readonly audience: Audience | null;
  /** Null on a shared device after a reload: they were shown once. */
  readonly words: readonly string[] | null;
  readonly say: TellingSay;
  /** What can be done with the story later. */
  readonly own: ThanksOwn;
  readonly #device: Device;
  readonly #send: () => void;
  #entry: OutboxEntry | null | undefined = $state.raw(undefined);
  #files: FileProgress | undefined = $state.raw(undefined);

  constructor(
    storyId: string,
    found: {
      collector: PublicCollector;
      audience: Audience | null;
      edition: Edition | null;
      words: readonly string[] | null;
      /** On this very page: whoever reads it is the teller. */
      justTold: boolean;
    },
    device: Device,
    /** Something waits again: have it sent now. */
    send: () => void,
  ) {
    this.storyId = storyId;
    this.collector = found.collector;
    this.audience = found.audience;
    this.edition = found.edition;
    this.words = found.words;
    this.say = tellingWordsFor(found.audience);
    this.own = new ThanksOwn(storyId, found, device, send);
    this.#device = device;
    this.#send = send;
  }

  /**
   * It is being looked up where the story is. Its files are apart: without them it would be said to have arrived before it
   * has, and without its words that nothing is known of it.
   */
  get looking(): boolean {
    return this.#entry === undefined || this.#files === undefined;
  }

  /** Null: this device knows nothing of the story any more, or is still looking. */
  get state(): StoryState | null {
    if (this.own.takenBack === 'deleted' || this.own.takenBack === 'queued') return 'taken_back';
    return this.#entry == null || this.#files === undefined ? null : storyState(this.#entry, this.#files);
  }

  get refusal(): string | null {
    return (this.#entry?.refusal ?? this.#files?.refusal)?.message ?? null;
  }

  get keeps(): Device['keeps'] {
    return this.#device.keeps;
  }

  /** @returns how to stop */
  watch(): () => void {
    const stops = [
      this.#device.outbox.watch(this.storyId, (entry) => (this.#entry = entry)),
      this.#device.mediaQueue.watch(this.storyId, (files) => (this.#files = files)),
    ];
    return () => stops.forEach((stop) => stop());
  }

  async tryAgain(): Promise<void> {
    await this.#device.outbox.tryAgain(this.storyId);
    await this.#device.mediaQueue.tryAgain(this.storyId);
    this.#send();
  }
}
