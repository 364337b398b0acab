import { stops } from '../controls/stops.svelte';
import { LOOK_KEY, readLook, type Look } from './look';
import {
  applyReading,
  AS_IT_COMES,
  READING_KEY,
  readReading,
  writeReading,
  type ReadingSetting,
  type ReadingSettings,
} from './reading-settings';

/** The language that is listened to. */
const LISTEN_KEY = 'sheaf.listen-in';

/** Where choices rest between visits: localStorage, or nothing where a browser refuses it. */
export interface Remembered {
  get(key: string): string | null;
  /** Null forgets. */
  set(key: string, value: string | null): void;
}

/**
 * The settings somebody reads with. On an own device every choice is remembered; on one that others use nothing is
 * written, and `reset` gives the next person what the device itself remembers.
 */
export class ReadingChoices {
  readonly #root: HTMLElement;
  readonly #memory: Remembered;
  /** Null = not known yet: what was chosen is written as soon as the device turns out to be the teller's own. */
  readonly #shared: () => boolean | null;
  #settings: ReadingSettings = $state.raw(AS_IT_COMES);
  #look: Look = $state('device');
  #listenIn: string | null = $state(null);
  #unwritten = false;

  constructor(root: HTMLElement, memory: Remembered, shared: () => boolean | null) {
    this.#root = root;
    this.#memory = memory;
    this.#shared = shared;
    // What `static/theme.js` has applied already, or somebody chose before on this page.
    this.#settings = readReading(
      Object.entries(root.dataset)
        .map(([name, value]) => `${name}=${value ?? ''}`)
        .join(' '),
    );
    this.#look = readLook(root.dataset['theme'] ?? null);
    this.#listenIn = memory.get(LISTEN_KEY);
  }

  get settings(): ReadingSettings {
    return this.#settings;
  }

  get look(): Look {
    return this.#look;
  }

  /** The language of the recordings to hear; null = that of the words. */
  get listenIn(): string | null {
    return this.#listenIn;
  }

  choose<S extends ReadingSetting>(name: S, value: ReadingSettings[S]): void {
    this.#settings = { ...this.#settings, [name]: value };
    this.#chosen();
  }

  chooseLook(look: Look): void {
    this.#look = look;
    this.#chosen();
  }

  chooseListenIn(locale: string | null): void {
    this.#listenIn = locale;
    this.#chosen();
  }

  /** Everything as it comes; on an own device that is remembered like any other choice. */
  clear(): void {
    this.#settings = AS_IT_COMES;
    this.#look = 'device';
    this.#listenIn = null;
    this.#chosen();
  }

  /** For the next person: what this device remembers, which on a shared one nobody here has written. */
  reset(): void {
    this.#settings = readReading(this.#memory.get(READING_KEY));
    this.#look = readLook(this.#memory.get(LOOK_KEY));
    this.#listenIn = this.#memory.get(LISTEN_KEY);
    this.#unwritten = false;
    this.#apply();
  }

  /** It is known now whose device this is. */
  settle(): void {
    if (this.#unwritten) this.#write();
  }

  #chosen(): void {
    this.#unwritten = true;
    this.#apply();
    this.#write();
  }

  #write(): void {
    if (this.#shared() !== false) return;
    this.#unwritten = false;
    const words = writeReading(this.#settings);
    this.#memory.set(READING_KEY, words === '' ? null : words);
    this.#memory.set(LOOK_KEY, this.#look === 'device' ? null : this.#look);
    this.#memory.set(LISTEN_KEY, this.#listenIn);
  }

  #apply(): void {
    applyReading(this.#settings, this.#root);
    stops.each = this.#settings.stops === 'each';
    if (this.#look === 'device') delete this.#root.dataset['theme'];
    else this.#root.dataset['theme'] = this.#look;
  }
}

/** A private window may refuse storage: then choices hold until the page is left, and nothing else depends on them. */
export const browserMemory: Remembered = {
  get(key) {
    try {
      return localStorage.getItem(key);
    } catch {
      return null; // closed to us
    }
  },
  set(key, value) {
    try {
      if (value === null) localStorage.removeItem(key);
      else localStorage.setItem(key, value);
    } catch (closed) {
      void closed; // the choice holds for the page
    }
  },
};
