import { storeFailure, storeFailureOf } from '../failure';

/** How much may wait: beyond it, whoever comes hears `store_busy` at once and asks again. */
export interface Bounds<Work> {
  /** Works that share one transaction. */
  readonly together: number;
  /** Works that wait or are being written. */
  readonly works: number;
  /** What they may weigh together. */
  readonly weight: number;
  readonly weigh: (work: Work) => number;
}

interface Submitted<Work, Result> {
  readonly work: Work;
  readonly resolve: (result: Result) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Lets writes that wait at the same moment share one transaction, and so one flush to the disk, which costs far more
 * than the rows. Where the shared transaction fails for what is in it, each write is tried alone: one bad batch never
 * fails another's. Where the disk is full or the database away, that would only fail as often as there are writes.
 *
 *   submit ─▶ waiting ─(next turn of the event loop)─▶ one transaction ─▶ every submitter resolves after the commit
 *      └─ full: store_busy
 */
export class GroupCommit<Work, Result> {
  #waiting: Submitted<Work, Result>[] = [];
  #works = 0;
  #weight = 0;
  #running = false;
  readonly #commit: (works: readonly Work[]) => Promise<Result[]>;
  readonly #bounds: Bounds<Work>;

  /** @param commit all or nothing; one result per work, in order */
  constructor(commit: (works: readonly Work[]) => Promise<Result[]>, bounds: Bounds<Work>) {
    this.#commit = commit;
    this.#bounds = bounds;
  }

  /** True when the next work would be turned away. The last one taken may weigh anything: it is never cut. */
  get full(): boolean {
    return this.#works >= this.#bounds.works || this.#weight >= this.#bounds.weight;
  }

  /** @throws StoreFailure `store_busy` */
  async submit(work: Work): Promise<Result> {
    if (this.full) throw storeFailure('store_busy', 'too much is waiting to be written');
    const weight = this.#bounds.weigh(work);
    this.#works += 1;
    this.#weight += weight;
    try {
      return await new Promise<Result>((resolve, reject) => {
        this.#waiting.push({ work, resolve, reject });
        if (!this.#running) void this.#drain();
      });
    } finally {
      this.#works -= 1;
      this.#weight -= weight;
    }
  }

  async #drain(): Promise<void> {
    this.#running = true;
    while (this.#waiting.length > 0) {
      // Requests read in the same turn join; a request alone waits for one turn of the loop, not for a clock.
      await new Promise<void>((resolve) => setImmediate(resolve));
      const group = this.#waiting.splice(0, this.#bounds.together);
      try {
        await this.#settle(group);
      } catch (error) {
        if (group.length === 1 || storeFailureOf(error) !== null) group.forEach(({ reject }) => reject(error));
        else await this.#oneByOne(group);
      }
    }
    this.#running = false;
  }

  async #settle(group: readonly Submitted<Work, Result>[]): Promise<void> {
    const results = await this.#commit(group.map(({ work }) => work));
    group.forEach(({ resolve, reject }, index) => {
      const result = results[index];
      if (result === undefined) reject(new Error('a commit gave no result for one of its works'));
      else resolve(result);
    });
  }

  async #oneByOne(group: readonly Submitted<Work, Result>[]): Promise<void> {
    for (const one of group) {
      try {
        await this.#settle([one]);
      } catch (error) {
        one.reject(error);
      }
    }
  }
}
