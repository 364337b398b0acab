import type { Edition } from '../../domain/framework/edition';
import type { PublicCollector } from '../../domain/programme/collector';
import type { ReadingRoom } from './reading-room';

export interface ReadingDelegate {
  /** Everything behind the two buttons, loaded when one of them is pressed. */
  load(): Promise<{ openReadingRoom: (collector: () => PublicCollector | null) => ReadingRoom }>;
  /** Null until it is known. */
  collector(): PublicCollector | null;
}

/** Help with reading on the screens of one collector: what is on the first screen of it, and the way to the rest. */
export class Reading {
  readonly #delegate: ReadingDelegate;
  #room: ReadingRoom | null = $state.raw(null);
  #missing = $state(false);
  #loading: Promise<ReadingRoom | null> | null = null;
  #telling = false;
  #keptFor: Edition | null = null;

  constructor(delegate: ReadingDelegate) {
    this.#delegate = delegate;
  }

  /** Null until somebody asked for it. */
  get room(): ReadingRoom | null {
    return this.#room;
  }

  /** It was asked for and did not arrive: no network on a first visit. */
  get missing(): boolean {
    return this.#missing;
  }

  /** Null where it did not arrive; the next press tries again. */
  open(): Promise<ReadingRoom | null> {
    this.#loading ??= this.#delegate.load().then(
      ({ openReadingRoom }) => {
        this.#missing = false;
        this.#room = openReadingRoom(() => this.#delegate.collector());
        return this.#room;
      },
      () => {
        this.#missing = true;
        this.#loading = null;
        return null;
      },
    );
    return this.#loading;
  }

  /** Another screen: what is read aloud is the screen one sees. */
  leave(): void {
    this.#room?.reader.quiet();
  }

  /**
   * Which page of Tell is shown, and in whose words. Where others use the device, what one teller chose ends with their
   * story, finished or abandoned, or with leaving before there was one.
   */
  at(stage: string, edition: Edition | null): void {
    const collector = this.#delegate.collector();
    const shared = collector === null ? null : collector.mode !== 'open';
    const telling = stage === 'telling' || stage === 'sent';
    const over = !telling && (this.#telling || stage === 'ended');
    this.#telling = telling;
    if (shared === false) this.#room?.choices.settle();
    if (over && shared !== false) this.#room?.choices.reset();
    // Recordings are for where there is no voice and, in a basement, no network: they come before they are asked for.
    if (edition === null || edition === this.#keptFor || (collector?.recordings?.length ?? 0) === 0) return;
    this.#keptFor = edition;
    void this.open().then((room) => room?.keep(edition));
  }
}
