import type { Kysely } from 'kysely';
import type { Arrival } from './arrivals';
import { chunksOf, groupedBy } from './chunks';
import { erasedAmong } from './erasures';
import type { Tables } from './tables';

interface Tombstone {
  readonly programme: string;
  readonly receipt: string;
  story: string | null;
}

/** The withdrawals and erasures that may concern these arrivals, by id and by receipt. */
export class Tombstones {
  readonly #byStory = new Map<string, Tombstone>();
  readonly #byReceipt = new Map<string, Tombstone>();
  readonly #erased = new Set<string>();

  static async of(tx: Kysely<Tables>, arrivals: readonly Arrival[]): Promise<Tombstones> {
    const tombstones = new Tombstones();
    for (const [programme, its] of groupedBy(arrivals, ({ story }) => story.programme)) {
      for (const chunk of chunksOf(its)) await tombstones.#read(tx, programme, chunk);
    }
    return tombstones;
  }

  /**
   * Whether a story that arrives was taken back: by its id, or by its receipt, which the withdrawal may have named before
   * the story came. From then on its id is known too.
   */
  async cover(tx: Kysely<Tables>, { story, receipt }: Arrival): Promise<boolean> {
    const { programme, id } = story;
    const named = receipt === null ? undefined : this.#byReceipt.get(nameOf(programme, receipt));
    if (named === undefined) return this.#byStory.has(nameOf(programme, id));
    if (named.story === null) {
      await tx
        .updateTable('withdrawals')
        .set({ story_id: id })
        .where('programme_id', '=', programme)
        .where('receipt', '=', named.receipt)
        .execute();
      named.story = id;
      this.#byStory.set(nameOf(programme, id), named);
    }
    return true;
  }

  /** Whether a story with this number was erased, or is to be when it comes. */
  erased({ story }: Arrival): boolean {
    return this.#erased.has(nameOf(story.programme, story.id));
  }

  async #read(tx: Kysely<Tables>, programme: string, arrivals: readonly Arrival[]): Promise<void> {
    const ids = arrivals.map(({ story }) => story.id);
    const receipts = arrivals.flatMap(({ receipt }) => (receipt === null ? [] : [receipt]));
    const rows = await tx
      .selectFrom('withdrawals')
      .select(['receipt', 'story_id'])
      .where('programme_id', '=', programme)
      .where((row) =>
        row.or([row('story_id', 'in', ids), ...(receipts.length === 0 ? [] : [row('receipt', 'in', receipts)])]),
      )
      .execute();
    for (const { receipt, story_id: story } of rows) {
      const tombstone: Tombstone = { programme, receipt, story };
      this.#byReceipt.set(nameOf(programme, receipt), tombstone);
      if (story !== null) this.#byStory.set(nameOf(programme, story), tombstone);
    }
    for (const id of await erasedAmong(tx, programme, ids)) this.#erased.add(nameOf(programme, id));
  }
}

/** None of the parts has a space. */
function nameOf(programme: string, what: string): string {
  return `${programme} ${what}`;
}
