import { listFirst } from './room.svelte';

/** The drawing; choices in words; or, where a signifier has them, three amounts. */
export type Way = 'shape' | 'list' | 'steps';

/**
 * Whether a person uses the drawings, the lists or the amounts. Whoever switched once gets the same way in on the next
 * question; it is kept in memory only, and `forget` gives the next person on a shared device a fresh start.
 */
class WayIn {
  #chosen = $state<Way | undefined>();

  get way(): Way {
    return this.#chosen ?? (listFirst() ? 'list' : 'shape');
  }

  /** Words instead of a drawing; a signifier without amounts shows its list to whoever likes those. */
  get list(): boolean {
    return this.way !== 'shape';
  }

  use(way: Way): void {
    this.#chosen = way;
  }

  forget(): void {
    this.#chosen = undefined;
  }
}

export const wayIn = new WayIn();
