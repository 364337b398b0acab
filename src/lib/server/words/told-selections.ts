import { openLedger, type SelectionLedger } from '../../analysis/disclosure/selection-ledger';

/** Ledgers kept at once, over all people and programmes. */
const MOST = 100;

/**
 * What each person was told of each collection of texts, in memory: reading a story is written down, and words of a few
 * stories, worked out from two answers, would not be. A restart forgets, and so does a new revision of the stories.
 */
export class ToldSelections {
  readonly #ledgers = new Map<string, SelectionLedger>();

  /** @param key person, programme, revision and language @param texts texts of the collection */
  of(key: string, texts: number): SelectionLedger {
    return this.#ledgers.get(key) ?? openLedger(texts, '');
  }

  keep(key: string, ledger: SelectionLedger): void {
    // Set anew: the map then lists keys by last use, and the first ones can go when there are too many.
    this.#ledgers.delete(key);
    this.#ledgers.set(key, ledger);
    for (const oldest of this.#ledgers.keys()) {
      if (this.#ledgers.size <= MOST) break;
      this.#ledgers.delete(oldest);
    }
  }
}
