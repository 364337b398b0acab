import { createSubscriber } from 'svelte/reactivity';

/**
 * Whether the page reads from right to left. Controls mirror what they draw by it; what they store never changes.
 */
class ReadingDirection {
  readonly #subscribe = createSubscriber((update) => {
    const observer = new MutationObserver(update);
    observer.observe(document.documentElement, { attributes: true, attributeFilter: ['dir'] });
    return () => observer.disconnect();
  });

  get mirrored(): boolean {
    if (typeof document === 'undefined') return false;
    this.#subscribe();
    return document.documentElement.dir === 'rtl';
  }
}

export const readingDirection = new ReadingDirection();
