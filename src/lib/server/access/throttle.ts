/** Tries that are always free, then waits that double. */
export interface ThrottleRule {
  readonly free: number;
  readonly firstWaitMs: number;
  readonly longestWaitMs: number;
  /** A key without a try for this long is forgotten. */
  readonly forgetAfterMs: number;
}

interface Tries {
  count: number;
  last: number;
}

const MOST_KEYS = 20_000;

/**
 * Slows guessing down, in memory only: a restart forgives, and nothing about who tried is ever written. A try counts
 * when it begins, so that a hundred sent at once do not all pass before the first has failed.
 */
export class Throttle {
  readonly #tries = new Map<string, Tries>();

  constructor(private readonly rule: ThrottleRule) {}

  /** Milliseconds still to wait; 0 = go on. */
  waitOf(key: string, now: number): number {
    const tries = this.#tries.get(key);
    if (tries === undefined || tries.count < this.rule.free) return 0;
    if (now - tries.last > this.rule.forgetAfterMs) return 0;
    const wait = Math.min(this.rule.longestWaitMs, this.rule.firstWaitMs * 2 ** (tries.count - this.rule.free));
    return Math.max(0, tries.last + wait - now);
  }

  begin(key: string, now: number): void {
    const before = this.#tries.get(key);
    const forgotten = before === undefined || now - before.last > this.rule.forgetAfterMs;
    // Deleted first, so that the map's order is the order of the last try and the oldest can be dropped.
    this.#tries.delete(key);
    this.#tries.set(key, { count: forgotten ? 1 : before.count + 1, last: now });
    if (this.#tries.size > MOST_KEYS) this.#dropOldest();
  }

  forgive(key: string): void {
    this.#tries.delete(key);
  }

  #dropOldest(): void {
    for (const key of this.#tries.keys()) {
      this.#tries.delete(key);
      return;
    }
  }
}
