/**
 * Counts up when the colours of the page may have changed. What is painted by hand (canvases) reads `version` in an
 * effect and takes its colours from CSS anew.
 */
class ThemeWatch {
  #version = $state(0);
  #watching = false;

  get version(): number {
    this.#watch();
    return this.#version;
  }

  /** Once for the whole page, when the first canvas asks: there is nobody to stop it for. */
  #watch(): void {
    if (this.#watching || typeof window === 'undefined') return;
    this.#watching = true;
    const changed = (): void => {
      this.#version += 1;
    };
    new MutationObserver(changed).observe(document.documentElement, { attributeFilter: ['data-theme', 'dir'] });
    for (const query of ['(prefers-color-scheme: dark)', '(forced-colors: active)', '(prefers-contrast: more)'])
      window.matchMedia(query).addEventListener('change', changed);
  }
}

export const themeWatch = new ThemeWatch();
