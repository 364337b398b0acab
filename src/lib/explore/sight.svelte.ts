import { SvelteSet } from 'svelte/reactivity';

/** Views this near to the screen count as seen, so that a scroll finds them painted. */
const NEAR = '200px';

/**
 * Which views are far from the screen. While something is being drawn these rest: what nobody sees is not counted into
 * the frame.
 */
export class Sight {
  readonly #away = new SvelteSet<string>();
  readonly #views = new WeakMap<Element, string>();
  #observer: IntersectionObserver | null = null;

  away(view: string): boolean {
    return this.#away.has(view);
  }

  /** Attached to the element of a view; ends when the element goes. */
  watch(view: string): (element: Element) => () => void {
    return (element) => {
      this.#observer ??= new IntersectionObserver((entries) => this.#seen(entries), { rootMargin: NEAR });
      this.#views.set(element, view);
      this.#observer.observe(element);
      return () => {
        this.#observer?.unobserve(element);
        this.#views.delete(element);
        this.#away.delete(view);
      };
    };
  }

  stop(): void {
    this.#observer?.disconnect();
  }

  #seen(entries: readonly IntersectionObserverEntry[]): void {
    for (const { target, isIntersecting } of entries) {
      const view = this.#views.get(target);
      if (view === undefined) continue;
      if (isIntersecting) this.#away.delete(view);
      else this.#away.add(view);
    }
  }
}
