import { LOOK_KEY, readLook, type Look } from './look';

/** Which look this device shows. Kept on the device only; where storage is closed it holds for the page. */
export class LookChoice {
  #chosen = $state<Look>('device');

  get chosen(): Look {
    return this.#chosen;
  }

  /** What `static/theme.js` has applied already. */
  recall(): void {
    this.#chosen = readLook(document.documentElement.dataset['theme'] ?? null);
  }

  choose(look: Look): void {
    this.#chosen = look;
    const root = document.documentElement;
    if (look === 'device') delete root.dataset['theme'];
    else root.dataset['theme'] = look;
    try {
      if (look === 'device') localStorage.removeItem(LOOK_KEY);
      else localStorage.setItem(LOOK_KEY, look);
    } catch (closed) {
      // A private window may refuse storage: the look holds until the page is left, and nothing else depends on it.
      void closed;
    }
  }
}
