import type { Kysely } from 'kysely';
import type { Outcome } from '../../../protocol/push';
import { amendStory } from './amend-story';
import type { Arrival, Waiting } from './arrivals';
import { damagedBodies, hasItsHash } from './damaged-bodies';
import { holdProgrammes, refuseClosed } from './hold';
import { insertStories } from './insert-stories';
import { KnownStories } from './known-stories';
import { touchProgramme } from './revision';
import type { Tables } from './tables';
import { Tombstones } from './tombstones';

/**
 * Stores batches in one transaction; one list of outcomes per batch, to be told only after this resolves. What is known
 * of all of them is read once, and all that is new is written at once: a statement costs more than a row.
 */
export async function acceptBatches(db: Kysely<Tables>, batches: readonly Waiting[]): Promise<Outcome[][]> {
  return db.transaction().execute(async (tx) => {
    const all = batches.flatMap(({ arrivals }) => arrivals);
    const programmes = new Set(all.map(({ story }) => story.programme));
    await holdProgrammes(tx, programmes);
    await refuseClosed(tx, programmes);
    const intake = new Intake(tx, await Tombstones.of(tx, all), await KnownStories.of(tx, all));
    const outcomes: Outcome[][] = [];
    for (const { arrivals, at } of batches) {
      const told: Outcome[] = [];
      for (const arrival of arrivals) told.push(await intake.take(arrival, at));
      outcomes.push(told);
    }
    await intake.end();
    return outcomes;
  });
}

/**
 * Id, hash, receipt and revision decide; the second of two equal stories in one batch meets the first like one from
 * another batch. Whatever the order in which they come:
 *
 * | known | comes | outcome |
 * |---|---|---|
 * | taken back (by id or receipt) | anything | refused, `withdrawn` |
 * | erased (by id) | anything | refused, `withdrawn`, with other words |
 * | nothing | any revision | stored |
 * | the same hash, or the same words under a damaged one | | already; what the disk damaged of it is put right |
 * | the same receipt | a lower revision | already: a newer one has taken its place |
 * | the same receipt | a higher revision | stored in its place |
 * | else | | refused, `other_content`: the first is kept |
 */
class Intake {
  readonly #tx: Kysely<Tables>;
  readonly #tombstones: Tombstones;
  readonly #known: KnownStories;
  readonly #touched = new Set<string>();
  /** Decided, but not yet in the database. */
  #fresh: Arrival[] = [];
  /** Known already, with the hash that comes: held against what is kept, all at once. */
  readonly #again: Arrival[] = [];

  constructor(tx: Kysely<Tables>, tombstones: Tombstones, known: KnownStories) {
    this.#tx = tx;
    this.#tombstones = tombstones;
    this.#known = known;
  }

  async take(arrival: Arrival, at: Date): Promise<Outcome> {
    const { story, hash, receipt } = arrival;
    const { id } = story;
    if (await this.#tombstones.cover(this.#tx, arrival)) return { id, outcome: 'refused', reason: WITHDRAWN };
    if (this.#tombstones.erased(arrival)) return { id, outcome: 'refused', reason: ERASED };
    const known = this.#known.get(arrival);
    if (known === undefined) {
      this.#fresh.push(arrival);
      this.#stored(arrival, 'unread');
      return { id, outcome: 'stored' };
    }
    if (known.hash === hash) {
      if (known.kept === 'before') this.#again.push(arrival);
      return { id, outcome: 'already' };
    }
    if (receipt === null || receipt !== known.receipt || story.revision === known.revision) {
      // A device that is told of other content gives up sending, and tells its teller that the story was not taken.
      if (await this.#mendedHash(arrival)) return { id, outcome: 'already' };
      return { id, outcome: 'refused', reason: OTHER_CONTENT };
    }
    if (story.revision < known.revision) return { id, outcome: 'already' };
    // What it takes the place of may have come with this transaction.
    await this.#insert();
    this.#stored(arrival, await amendStory(this.#tx, arrival, known, at));
    return { id, outcome: 'stored' };
  }

  /** Whether what is kept is, word by word, what comes, and only its hash was damaged on the disk: then that is put right. */
  async #mendedHash(arrival: Arrival): Promise<boolean> {
    if (!hasItsHash(arrival)) return false;
    const { hash, body } = arrival;
    const { numUpdatedRows } = await this.#row(arrival)
      .set({ hash })
      .where('body', '=', body)
      .executeTakeFirstOrThrow();
    return numUpdatedRows > 0n;
  }

  async #mendBody(arrival: Arrival): Promise<void> {
    await this.#row(arrival).set({ body: arrival.body }).execute();
    this.#touched.add(arrival.story.programme);
  }

  #row({ story }: Arrival) {
    return this.#tx.updateTable('stories').where('programme_id', '=', story.programme).where('id', '=', story.id);
  }

  async end(): Promise<void> {
    await this.#insert();
    for (const arrival of await damagedBodies(this.#tx, this.#again)) await this.#mendBody(arrival);
    for (const slug of this.#touched) await touchProgramme(this.#tx, slug);
  }

  #stored(arrival: Arrival, reading: string): void {
    this.#known.set(arrival, reading);
    this.#touched.add(arrival.story.programme);
  }

  async #insert(): Promise<void> {
    const fresh = this.#fresh;
    this.#fresh = [];
    await insertStories(this.#tx, fresh);
  }
}

const OTHER_CONTENT = {
  kind: 'other_content' as const,
  message: 'A story with this number has already arrived with other content. The first one was kept.',
};

const ERASED = {
  kind: 'withdrawn' as const,
  message: 'This story arrived, was kept as long as was promised, and was erased. It can be removed from this device.',
};

const WITHDRAWN = {
  kind: 'withdrawn' as const,
  message: 'This story was taken back. It can be removed from this device.',
};
