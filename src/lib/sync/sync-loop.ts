import { backOff } from './back-off';
import type { PassResult } from './push-stories';

/** Passes never follow one another closer than this, however often a flapping network calls. */
export const LEAST_GAP_MS = 1_000;
/** Another tab or the service worker is sending: look again after about this long. */
export const HELD_ELSEWHERE_MS = 5_000;
/** From the second pass in a row on which the server broke, the story it breaks on is looked for. */
const FAULTS_BEFORE_SUSPICION = 2;

export type SyncStatus =
  | { kind: 'resting' }
  | { kind: 'passing' }
  /** The last pass, and in how many ms the next one comes; null = when somebody nudges. */
  | { kind: 'waiting'; last: PassResult | 'held_elsewhere'; nextInMs: number | null };

/** What the loop leaves to others; tests put their own in its place. Timers are the global ones. */
export interface SyncDelegate {
  /** One pass, alone on this device. */
  pass(suspectStory: boolean, signal: AbortSignal): Promise<PassResult | 'held_elsewhere'>;
  /** In [0, 1). */
  random(): number;
  status(status: SyncStatus): void;
}

/**
 * Sends what waits, again and again, until nothing is left. Every tab has a loop; a lock in `pass` lets one of them send
 * at a time (one-at-a-time.ts).
 *
 * ```
 *           start, nudge                     nudge: at once, but LEAST_GAP_MS after the last pass
 *  resting ───────────────▶ passing ◀───────────────────────────────┐
 *     ▲                      │   │   └─ nudge meanwhile: once more    │
 *     │     nothing left     │   │ later, more, held elsewhere        │ timer
 *     └──────────────────────┘   └───────────▶ waiting ───────────────┘
 *
 *  pause: the pass is called off, no timer runs (a frozen page) until the next nudge; stop: the same for good
 * ```
 */
export class SyncLoop {
  readonly #delegate: SyncDelegate;
  #running: AbortController | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #nudged = false;
  #stopped = false;
  #failures = 0;
  #faults = 0;
  #endedAt = -Infinity;

  constructor(delegate: SyncDelegate) {
    this.#delegate = delegate;
  }

  /** Something may have changed: a story was finished, the network came, the page is looked at again. */
  nudge(): void {
    if (this.#stopped) return;
    if (this.#running !== null) {
      this.#nudged = true;
      return;
    }
    this.#passIn(Math.max(0, this.#endedAt + LEAST_GAP_MS - performance.now()));
  }

  /** Calls off what is under way; stories in it wait again. */
  pause(): void {
    clearTimeout(this.#timer);
    this.#nudged = false;
    this.#running?.abort();
  }

  stop(): void {
    this.#stopped = true;
    this.pause();
  }

  #passIn(milliseconds: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#pass(), milliseconds);
  }

  async #pass(): Promise<void> {
    const running = new AbortController();
    this.#running = running;
    this.#delegate.status({ kind: 'passing' });
    try {
      const result = await this.#delegate.pass(this.#faults >= FAULTS_BEFORE_SUSPICION, running.signal);
      this.#endedAt = performance.now();
      this.#running = null;
      if (!running.signal.aborted) this.#after(result);
      else if (this.#nudged) this.nudge();
    } catch (bug) {
      this.#running = null;
      this.#endedAt = performance.now();
      // A bug must not stop the queue for ever: try again, slowly, and let the browser report it.
      if (!running.signal.aborted) this.#passIn(backOff((this.#failures += 1), null, this.#delegate.random()));
      throw bug;
    }
  }

  #after(result: PassResult | 'held_elsewhere'): void {
    const nextInMs = this.#waitAfter(result);
    const asked = result !== 'held_elsewhere' && result.next.kind === 'later' && result.next.afterMs !== null;
    const again = this.#nudged && !asked;
    this.#nudged = false;
    if (nextInMs === null && !again) {
      this.#delegate.status({ kind: 'resting' });
      return;
    }
    const wait = again ? LEAST_GAP_MS : (nextInMs ?? LEAST_GAP_MS);
    this.#delegate.status({ kind: 'waiting', last: result, nextInMs: wait });
    this.#passIn(wait);
  }

  #waitAfter(result: PassResult | 'held_elsewhere'): number | null {
    const random = this.#delegate.random();
    if (result === 'held_elsewhere') return Math.round(HELD_ELSEWHERE_MS * (0.5 + random));
    const { next } = result;
    if (next.kind === 'later') {
      this.#failures = result.stored > 0 || result.moved === true ? 1 : this.#failures + 1;
      this.#faults = next.because === 'server_fault' ? this.#faults + 1 : 0;
      return backOff(this.#failures, next.afterMs, random);
    }
    this.#faults = 0;
    if (next.kind === 'more') return backOff((this.#failures += 1), null, random);
    this.#failures = 0;
    return null;
  }
}
