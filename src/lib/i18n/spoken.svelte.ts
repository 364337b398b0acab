import type { Language } from './language';

/**
 * The language this page speaks. Null = English, which every surface brings itself; a page that never asks for another
 * never loads one. Whatever reads it in a template is written anew when it changes.
 */
class Spoken {
  #language: Language | null = $state.raw(null);
  #draft = $state(false);

  get language(): Language | null {
    return this.#language;
  }

  /** Nobody has confirmed these words: every screen says so. */
  get draft(): boolean {
    return this.#draft;
  }

  use(language: Language | null, how: { readonly draft: boolean } = { draft: false }): void {
    this.#language = language;
    this.#draft = how.draft;
  }
}

export const spoken = new Spoken();
