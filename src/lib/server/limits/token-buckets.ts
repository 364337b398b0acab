/** `wait`: nothing was taken; seconds until there would be enough. */
export type Taken = { readonly kind: 'taken' } | { readonly kind: 'wait'; readonly seconds: number };

interface Bucket {
  tokens: number;
  at: number;
}

/**
 * Token buckets, one per key, in memory only: a restart forgives everybody. A full bucket says nothing and is dropped.
 */
export class TokenBuckets {
  readonly #buckets = new Map<string, Bucket>();
  readonly #capacity: number;
  readonly #perSecond: number;
  readonly #mostKeys: number;

  /** @param capacity tries at once  @param perSecond tries given back  @param mostKeys bounds the memory */
  constructor(capacity: number, perSecond: number, mostKeys = 10_000) {
    this.#capacity = capacity;
    this.#perSecond = perSecond;
    this.#mostKeys = mostKeys;
  }

  /** Whether one would be taken, without taking it. */
  look(key: string, now: Date): Taken {
    const { tokens } = this.#at(key, now);
    return tokens >= 1 ? { kind: 'taken' } : { kind: 'wait', seconds: (1 - tokens) / this.#perSecond };
  }

  take(key: string, now: Date): Taken {
    const taken = this.look(key, now);
    const bucket = this.#at(key, now);
    if (taken.kind === 'taken') bucket.tokens -= 1;
    // Set anew: the map then lists keys by last use, and the first ones can go when there are too many.
    this.#buckets.delete(key);
    this.#buckets.set(key, bucket);
    for (const oldest of this.#buckets.keys()) {
      if (this.#buckets.size <= this.#mostKeys) break;
      this.#buckets.delete(oldest);
    }
    return taken;
  }

  /** A clock that was set back gives nothing and takes nothing. */
  #at(key: string, now: Date): Bucket {
    const known = this.#buckets.get(key);
    if (known === undefined) return { tokens: this.#capacity, at: now.getTime() };
    const seconds = Math.max(0, (now.getTime() - known.at) / 1000);
    return { tokens: Math.min(this.#capacity, known.tokens + seconds * this.#perSecond), at: now.getTime() };
  }
}
