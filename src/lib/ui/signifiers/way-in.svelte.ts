import { listFirst } from './room.svelte';

/**
 * Whether a person uses the drawings or the lists. Whoever switched once gets the same way in on the next question;
 * it is kept in memory only, and `forget` gives the next person on a shared device a fresh start.
 */
class WayIn {
  #chosen = $state<'shape' | 'list' | undefined>();

  get list(): boolean {
    return this.#chosen === undefined ? listFirst() : this.#chosen === 'list';
  }

  switch(): void {
    this.#chosen = this.list ? 'shape' : 'list';
  }

  forget(): void {
    this.#chosen = undefined;
  }
}

export const wayIn = new WayIn();
