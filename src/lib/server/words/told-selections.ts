import { openComparisons, type ToldComparisons } from '../../analysis/disclosure/guard-comparison';

/** People and collections kept at once, over all people and programmes. */
const MOST = 100;

/**
 * What each person was told of each collection of texts, in memory: reading a story is written down, and words of a few
 * stories, worked out from two answers, would not be. A restart forgets, and so does a new revision of the stories.
 */
export class ToldSelections {
  readonly #told = new Map<string, ToldComparisons>();

  /** @param key person, programme, revision and language @param texts texts of the collection */
  of(key: string, texts: number): ToldComparisons {
    return this.#told.get(key) ?? openComparisons(texts);
  }

  keep(key: string, told: ToldComparisons): void {
    // Set anew: the map then lists keys by last use, and the first ones can go when there are too many.
    this.#told.delete(key);
    this.#told.set(key, told);
    for (const oldest of this.#told.keys()) {
      if (this.#told.size <= MOST) break;
      this.#told.delete(oldest);
    }
  }
}
