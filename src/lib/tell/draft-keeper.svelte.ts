import type { Drafts } from '../device/device';
import type { StorageProblem } from '../device/kept';
import type { Draft } from '../domain/story/draft';

/**
 * Writes a draft down at every change. One write at a time; of the states that come meanwhile only the newest is
 * written next, so fast typing never queues up and the last word is never older than one write.
 *
 *   idle ──save──▶ writing ──done──▶ idle
 *                    │  ▲                     save while writing: newest replaces what waited
 *                    └──┘ (something waited)
 */
export class DraftKeeper {
  readonly #drafts: Pick<Drafts, 'save'>;
  #waiting: Draft | null = null;
  #writing: Promise<void> | null = null;
  #stopped = false;
  #problem: StorageProblem['kind'] | null = $state(null);

  constructor(drafts: Pick<Drafts, 'save'>) {
    this.#drafts = drafts;
  }

  /** Why the newest state is not written down; null while all is well. The next change tries again. */
  get problem(): StorageProblem['kind'] | null {
    return this.#problem;
  }

  save(draft: Draft): void {
    if (this.#stopped) return;
    this.#waiting = draft;
    this.#writing ??= this.#writeAll();
  }

  /** Resolves when nothing is left to write. */
  async settled(): Promise<void> {
    await this.#writing;
  }

  /** Nothing is written any more: the story is finished or thrown away, and a late write must not bring it back. */
  async stop(): Promise<void> {
    this.#stopped = true;
    this.#waiting = null;
    await this.#writing;
  }

  async #writeAll(): Promise<void> {
    for (let draft = this.#take(); draft !== null; draft = this.#take()) {
      const outcome = await this.#drafts.save(draft);
      this.#problem = outcome.kind === 'kept' ? null : outcome.kind;
    }
    this.#writing = null;
  }

  #take(): Draft | null {
    const draft = this.#waiting;
    this.#waiting = null;
    return draft;
  }
}
