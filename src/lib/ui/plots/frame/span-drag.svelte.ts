import { spanOf, type Span } from './span';

/** A drag over bins: from where it began to where it is. A tap is a run of one. */
export class SpanDrag {
  #start = $state<number | null>(null);
  #moved = false;

  get active(): boolean {
    return this.#start !== null;
  }

  begin(bin: number): void {
    this.#start = bin;
    this.#moved = false;
  }

  to(bin: number): Span | null {
    if (this.#start === null) return null;
    if (bin !== this.#start) this.#moved = true;
    return this.#moved ? spanOf(this.#start, bin) : null;
  }

  /** The bin that was tapped, when nothing was dragged. */
  end(): number | null {
    const tapped = this.#moved ? null : this.#start;
    this.#start = null;
    return tapped;
  }
}
