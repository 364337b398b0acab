import type { Kysely } from 'kysely';
import type { Arrival } from './arrivals';
import { chunksOf, groupedBy } from './chunks';
import type { Tables } from './tables';

/** What decides about a story that comes again. */
export interface KnownStory {
  readonly hash: string;
  readonly receipt: string | null;
  readonly revision: number;
  readonly reading: string;
  /** Before this transaction: such a row has lain on a disk. */
  readonly kept: 'before' | 'now';
}

/** What the database holds under the ids of these arrivals; kept true by whoever stores one of them. */
export class KnownStories {
  readonly #known = new Map<string, KnownStory>();

  static async of(tx: Kysely<Tables>, arrivals: readonly Arrival[]): Promise<KnownStories> {
    const known = new KnownStories();
    for (const [programme, its] of groupedBy(arrivals, ({ story }) => story.programme)) {
      for (const chunk of chunksOf(its)) await known.#read(tx, programme, chunk);
    }
    return known;
  }

  get({ story }: Arrival): KnownStory | undefined {
    return this.#known.get(nameOf(story.programme, story.id));
  }

  set({ story, hash, receipt }: Arrival, reading: string): void {
    this.#known.set(nameOf(story.programme, story.id), {
      hash,
      receipt,
      revision: story.revision,
      reading,
      kept: 'now',
    });
  }

  async #read(tx: Kysely<Tables>, programme: string, arrivals: readonly Arrival[]): Promise<void> {
    const rows = await tx
      .selectFrom('stories')
      .select(['id', 'hash', 'receipt', 'revision', 'reading'])
      .where('programme_id', '=', programme)
      .where(
        'id',
        'in',
        arrivals.map(({ story }) => story.id),
      )
      .execute();
    for (const { id, ...row } of rows) this.#known.set(nameOf(programme, id), { ...row, kept: 'before' });
  }
}

/** Neither part has a space. */
function nameOf(programme: string, id: string): string {
  return `${programme} ${id}`;
}
