import type { Device } from '../../device/device';
import type { PublicCollector } from '../../domain/programme/collector';
import { receiptKey } from '../../domain/story/receipt-key';

/** What came of taking a story back on the page where its receipt is shown. */
export type TakenBackHere = 'deleted' | 'queued' | 'no_receipt' | 'failed';

/** What can be done with a story right after it was told. Nothing is asked on a device that others use but to take it back. */
export class ThanksOwn {
  readonly #device: Device;
  readonly #storyId: string;
  readonly #collector: PublicCollector;
  readonly #words: readonly string[] | null;
  readonly #send: () => void;
  readonly #justTold: boolean;
  /** It stands in My stories; null = not asked here, or not answered. */
  #shown: boolean | null = $state(null);
  #asksToShow = $state(false);
  #kept: boolean | null = $state(null);
  #asksToKeep = $state(false);
  #own = $state(false);
  #takenBack: TakenBackHere | null = $state(null);
  #busy = $state(false);

  constructor(
    storyId: string,
    { collector, words, justTold }: { collector: PublicCollector; words: readonly string[] | null; justTold: boolean },
    device: Device,
    send: () => void,
  ) {
    this.#storyId = storyId;
    this.#collector = collector;
    this.#words = words;
    this.#justTold = justTold;
    this.#device = device;
    this.#send = send;
  }

  /** The device is the teller's own: My stories and keeping words are offered. */
  get own(): boolean {
    return this.#own;
  }

  /** Asked plainly where it is not so by itself: for children, and where nobody knows. */
  get asksToShow(): boolean {
    return this.#asksToShow;
  }

  get shown(): boolean | null {
    return this.#shown;
  }

  /**
   * Asked once, of the person who has just told it: whoever opens the page later may be somebody else, and must not be
   * offered words that were never said to stay.
   */
  get asksToKeep(): boolean {
    return this.#asksToKeep && (!this.#asksToShow || this.#shown === true);
  }

  get kept(): boolean | null {
    return this.#kept;
  }

  get takenBack(): TakenBackHere | null {
    return this.#takenBack;
  }

  get busy(): boolean {
    return this.#busy;
  }

  async look(): Promise<void> {
    if (this.#collector.mode !== 'open' || this.#device.keeps !== 'durably') return;
    const own = await this.#device.own.list();
    const story = own.kind === 'kept' ? own.value.find(({ id }) => id === this.#storyId) : undefined;
    if (story === undefined) return;
    this.#own = true;
    this.#asksToShow = !story.shown;
    this.#asksToKeep = this.#justTold || story.kept;
    if (story.kept) this.#kept = true;
  }

  async show(shown: boolean): Promise<void> {
    if ((await this.#device.own.show(this.#storyId, shown)).kind === 'kept') this.#shown = shown;
  }

  async keep(keep: boolean): Promise<void> {
    const { own } = this.#device;
    if (!keep) {
      if ((await own.dropWords(this.#storyId)).kind === 'kept') this.#kept = false;
      return;
    }
    const kept = await own.keepWords(this.#storyId);
    this.#kept = kept.kind === 'kept' && kept.value === 'kept';
  }

  async takeBack(): Promise<void> {
    if (this.#busy) return;
    this.#busy = true;
    const receipt = this.#words === null ? null : await receiptKey(this.#words, this.#collector.code);
    const taken = await this.#device.withdrawals.takeBack(this.#storyId, receipt);
    this.#takenBack = taken.kind === 'kept' ? taken.value : 'failed';
    if (this.#takenBack === 'queued') this.#send();
    this.#busy = false;
  }
}
