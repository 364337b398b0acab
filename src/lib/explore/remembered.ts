/** Made once for each key and kept; not reactive: what is made never changes until all is forgotten. */
export class Remembered<T> {
  readonly #kept = new Map<string, T>();

  get(key: string, make: () => T): T {
    const known = this.#kept.get(key);
    if (known !== undefined) return known;
    const made = make();
    this.#kept.set(key, made);
    return made;
  }

  forget(): void {
    this.#kept.clear();
  }
}
