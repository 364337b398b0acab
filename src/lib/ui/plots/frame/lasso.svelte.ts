import { extendLasso, isLoop, type Corner } from './lasso-path';

/** What a pointer did on a drawing, in its CSS pixels. */
export type LassoOutcome =
  | { readonly kind: 'loop'; readonly points: readonly Corner[] }
  | { readonly kind: 'tap'; readonly at: Corner };

/** Between pointer down and up: a lasso that grows, or a tap that has not moved. */
export class Lasso {
  #points = $state.raw<readonly Corner[]>([]);
  #start: Corner | null = null;

  /** The loop so far; empty while it is none. */
  get points(): readonly Corner[] {
    return isLoop(this.#points) ? this.#points : [];
  }

  get drawing(): boolean {
    return this.#start !== null;
  }

  begin(at: Corner): void {
    this.#start = at;
    this.#points = [at];
  }

  /** True when the loop has changed and is one. */
  move(at: Corner): boolean {
    if (this.#start === null) return false;
    const before = this.#points;
    this.#points = extendLasso(before, at);
    return this.#points !== before && isLoop(this.#points);
  }

  end(): LassoOutcome | null {
    const start = this.#start;
    const points = this.#points;
    this.#start = null;
    this.#points = [];
    if (start === null) return null;
    return isLoop(points) ? { kind: 'loop', points } : { kind: 'tap', at: start };
  }

  /** The browser took the pointer away (a scroll began): nothing was meant. */
  cancel(): void {
    this.#start = null;
    this.#points = [];
  }
}
