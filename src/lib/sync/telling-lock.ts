/** Held, shared, by every page in which a story is under way: the service worker asks for it before a new version takes over. */
export const TELLING_LOCK = 'sheaf-telling';

/**
 * Whether a story is under way in this page, its thanks page with the receipt included. While one is, in any tab, no new
 * version takes over and nothing reloads. A lock, because the browser itself lets go of it when a tab is killed.
 */
export class TellingLock {
  readonly #locks: LockManager | undefined;
  #release: (() => void) | null = null;
  #ended: (() => void) | null = null;

  constructor(locks: LockManager | undefined) {
    this.#locks = locks;
  }

  get held(): boolean {
    return this.#release !== null;
  }

  /** The first word may be typed now. */
  begin(): void {
    if (this.#release !== null) return;
    const released = new Promise<void>((resolve) => {
      this.#release = resolve;
    });
    // Without Web Locks only this page knows; the worker then waits until no other page is open.
    const held = this.#locks?.request(TELLING_LOCK, { mode: 'shared' }, () => released) ?? released;
    // Only once the browser has let go: the worker, asked earlier, would still see the lock. Rejected when the page goes.
    held.then(
      () => this.#ended?.(),
      () => undefined,
    );
  }

  /** Stopped, discarded, or the thanks page was left. */
  end(): void {
    this.#release?.();
    this.#release = null;
  }

  /** Called after each end; one listener, the registration of the service worker. */
  whenEnded(listener: () => void): void {
    this.#ended = listener;
  }
}

/** This page's. */
export const tellingLock = new TellingLock(typeof navigator === 'undefined' ? undefined : navigator.locks);
