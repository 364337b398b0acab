/**
 * Lets writes that wait at the same moment share one transaction, and so one flush to the disk, which costs far more
 * than the rows. Where the shared transaction fails, each write is tried alone: one bad batch never fails another's.
 *
 *   submit ─▶ waiting ─(next turn of the event loop)─▶ one transaction ─▶ every submitter resolves after the commit
 */
export class GroupCommit<Work, Result> {
  #waiting: { work: Work; resolve: (result: Result) => void; reject: (error: unknown) => void }[] = [];
  #running = false;
  readonly #commit: (works: readonly Work[]) => Promise<Result[]>;
  readonly #most: number;

  /** @param commit all or nothing; one result per work, in order  @param most works in one transaction */
  constructor(commit: (works: readonly Work[]) => Promise<Result[]>, most: number) {
    this.#commit = commit;
    this.#most = most;
  }

  submit(work: Work): Promise<Result> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ work, resolve, reject });
      if (!this.#running) void this.#drain();
    });
  }

  async #drain(): Promise<void> {
    this.#running = true;
    while (this.#waiting.length > 0) {
      // Requests read in the same turn join; a request alone waits for one turn of the loop, not for a clock.
      await new Promise<void>((resolve) => setImmediate(resolve));
      const group = this.#waiting.splice(0, this.#most);
      try {
        const results = await this.#commit(group.map(({ work }) => work));
        group.forEach(({ resolve, reject }, index) => {
          const result = results[index];
          if (result === undefined) reject(new Error('a commit gave no result for one of its works'));
          else resolve(result);
        });
      } catch (error) {
        if (group.length === 1) group[0]?.reject(error);
        else await this.#oneByOne(group);
      }
    }
    this.#running = false;
  }

  async #oneByOne(group: readonly { work: Work; resolve: (r: Result) => void; reject: (e: unknown) => void }[]) {
    for (const { work, resolve, reject } of group) {
      try {
        const [result] = await this.#commit([work]);
        if (result === undefined) throw new Error('a commit gave no result for its work');
        resolve(result);
      } catch (error) {
        reject(error);
      }
    }
  }
}
