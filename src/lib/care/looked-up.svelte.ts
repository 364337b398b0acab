import type { AnsweredNote } from '../protocol/care';

export interface OpenedNote {
  readonly call: string;
  /** Null: there is none any more. */
  readonly note: AnsweredNote | null;
}

/** Notes of ended calls that were opened on this page, which stays as it is: somebody may be writing on it. */
export class LookedUp {
  #notes = $state.raw<readonly OpenedNote[]>([]);
  #failed = $state<string | null>(null);

  /** @param shown what the page came with */
  constructor(shown: OpenedNote | null) {
    if (shown !== null) this.found(shown);
  }

  noteOf(call: string): AnsweredNote | null {
    return this.#notes.find((one) => one.call === call)?.note ?? null;
  }

  /** The call whose note was opened last; null = none was. */
  get newest(): string | null {
    return this.#notes.at(-1)?.call ?? null;
  }

  /** The call whose note could not be had. */
  get failed(): string | null {
    return this.#failed;
  }

  found(opened: OpenedNote): void {
    this.#failed = opened.note === null ? opened.call : null;
    if (opened.note !== null) this.#notes = [...this.#notes, opened];
  }

  notFound(call: string): void {
    this.#failed = call;
  }
}
