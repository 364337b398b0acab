import type { HeardOutcome } from '$lib/protocol/client/push-batch';

/** A story of the load. */
export interface Told {
  readonly id: string;
  readonly hash: string;
  /** The PushItem as JSON text. */
  readonly json: string;
}

/**
 * What devices have told and what they have heard about it: against it the database is held after a fault. All stories
 * of the load are valid, so that every refusal is a wrong one.
 */
export class Ledger {
  readonly #told = new Map<string, Told>();
  readonly #acknowledged = new Set<string>();
  readonly #lost = new Set<string>();
  readonly #duplicated = new Set<string>();
  readonly #refused = new Map<string, string>();

  tell(told: Told): Told {
    this.#told.set(told.id, told);
    return told;
  }

  told(id: string): Told | undefined {
    return this.#told.get(id);
  }

  all(): Told[] {
    return [...this.#told.values()];
  }

  /** Those acknowledged so far. */
  acknowledged(): Set<string> {
    return new Set(this.#acknowledged);
  }

  /** Notes one outcome. What was acknowledged before must be there already: `stored` again means that it was lost. */
  hear(outcome: HeardOutcome, owed: ReadonlySet<string> = this.#acknowledged): void {
    const { id } = outcome;
    if (!this.#told.has(id)) throw new Error('an outcome for a story that nobody told');
    if (outcome.outcome === 'refused') {
      this.#refused.set(id, outcome.reason.kind);
      return;
    }
    if (outcome.outcome === 'stored' && owed.has(id)) this.#lost.add(id);
    this.#acknowledged.add(id);
  }

  /** Forgets what was acknowledged after a moment to which the server was thrown back. */
  onlyOwed(owed: ReadonlySet<string>): void {
    for (const id of this.#acknowledged) if (!owed.has(id)) this.#acknowledged.delete(id);
  }

  /** Holds the ledger against what the database has. @param found each story's hash, once for each row */
  compare(found: ReadonlyMap<string, readonly string[]>): void {
    for (const id of this.#acknowledged) {
      const hashes = found.get(id) ?? [];
      if (!hashes.includes(this.#told.get(id)?.hash ?? '')) this.#lost.add(id);
    }
    for (const [id, hashes] of found) if (hashes.length > 1 || !this.#told.has(id)) this.#duplicated.add(id);
  }

  /** The next stories are told to another installation; what was counted stays counted. */
  startAnew(): void {
    this.#before += this.#acknowledged.size;
    this.#told.clear();
    this.#acknowledged.clear();
  }
  #before = 0;

  counts(): Counts {
    return {
      acknowledged: this.#before + this.#acknowledged.size,
      lost: this.#lost.size,
      duplicated: this.#duplicated.size,
      wrongly_refused: this.#refused.size,
    };
  }

  /** Why stories were refused, each reason once. */
  refusals(): string[] {
    return [...new Set(this.#refused.values())];
  }
}

export interface Counts {
  readonly acknowledged: number;
  readonly lost: number;
  readonly duplicated: number;
  readonly wrongly_refused: number;
}
