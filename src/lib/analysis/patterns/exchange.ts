import type { Embedding } from './embedding';
import type { Fit } from './lloyd';

/** A move must lower the sum by more than rounding, so that the search ends. */
const SLACK = 1e-12;

/**
 * Single moves after Lloyd's passes (Hartigan and Wong 1979, Applied Statistics 28, 100-108): a story changes sides
 * whenever that lowers the sum, counting that both means follow it. Lloyd's passes stop short of such moves; among few
 * stories, where one story pulls a mean, that leaves most starts above the best sum (81 stories, k = 7: 3 in 1,000 starts
 * come within a thousandth of it, with these moves 122).
 *
 * Removing a story at squared distance d² from the mean of n lowers the sum by n/(n-1)·d², adding it raises it by
 * n/(n+1)·d²; block by block, n being those who answered the block (0 for a block nobody else answered).
 */
export function exchange(embedding: Embedding, from: Fit): Fit {
  const sides = new Sides(embedding, from);
  let last = 0;
  // Ends after a whole round of rows without a move.
  for (let row = 0; last < embedding.rows; row = (row + 1) % embedding.rows) {
    last = sides.improve(row) ? 0 : last + 1;
  }
  return sides.fit();
}

class Sides {
  readonly #embedding: Embedding;
  readonly #from: Fit;
  readonly #centre: Uint8Array;
  readonly #means: Float64Array;
  readonly #answered: Float64Array;
  readonly #sizes: Float64Array;
  #gained = 0;

  constructor(embedding: Embedding, from: Fit) {
    const { count } = from.centres;
    this.#embedding = embedding;
    this.#from = from;
    this.#centre = from.centre.slice();
    this.#means = from.centres.values.slice();
    this.#answered = new Float64Array(count * embedding.blocks.length);
    this.#sizes = new Float64Array(count);
    for (let row = 0; row < embedding.rows; row += 1) this.#count(row, this.#centre[row] ?? 0, 1);
  }

  improve(row: number): boolean {
    const own = this.#centre[row] ?? 0;
    if ((this.#sizes[own] ?? 0) < 2) return false;
    const leaving = this.#cost(row, own, -1);
    let best = own;
    let least = leaving - SLACK;
    for (let centre = 0; centre < this.#sizes.length; centre += 1) {
      const joining = centre === own ? Infinity : this.#cost(row, centre, 1);
      if (joining < least) {
        best = centre;
        least = joining;
      }
    }
    if (best === own) return false;
    this.#gained += leaving - this.#cost(row, best, 1);
    this.#move(row, own, -1);
    this.#move(row, best, 1);
    this.#centre[row] = best;
    return true;
  }

  fit(): Fit {
    const { centres, within, passes } = this.#from;
    return {
      centres: { ...centres, values: this.#means },
      centre: this.#centre,
      within: within - this.#gained,
      passes,
    };
  }

  /** What the sum changes by, as a positive number, when the row leaves (-1) or joins (1) a centre. */
  #cost(row: number, centre: number, step: 1 | -1): number {
    const { blocks, width, coordinates, combination, combinations } = this.#embedding;
    const answered = combinations[combination[row] ?? 0];
    let cost = 0;
    for (let block = 0; block < blocks.length; block += 1) {
      if (answered?.[block] !== 1) continue;
      const n = this.#answered[centre * blocks.length + block] ?? 0;
      if (n + step < 1 || n === 0) continue;
      const axes = blocks[block];
      let squared = 0;
      for (let axis = axes?.offset ?? 0, end = axis + (axes?.width ?? 0); axis < end; axis += 1) {
        squared += ((coordinates[row * width + axis] ?? 0) - (this.#means[centre * width + axis] ?? 0)) ** 2;
      }
      cost += (n / (n + step)) * squared;
    }
    return cost;
  }

  #move(row: number, centre: number, step: 1 | -1): void {
    const { blocks, width, coordinates, combination, combinations } = this.#embedding;
    const answered = combinations[combination[row] ?? 0];
    blocks.forEach((axes, block) => {
      const n = this.#answered[centre * blocks.length + block] ?? 0;
      if (answered?.[block] !== 1 || n + step < 1) return;
      for (let axis = axes.offset; axis < axes.offset + axes.width; axis += 1) {
        const at = centre * width + axis;
        const mean = this.#means[at] ?? 0;
        this.#means[at] = mean + (step * ((coordinates[row * width + axis] ?? 0) - mean)) / (n + step);
      }
    });
    this.#count(row, centre, step);
  }

  #count(row: number, centre: number, step: 1 | -1): void {
    const { blocks, combination, combinations } = this.#embedding;
    const answered = combinations[combination[row] ?? 0];
    for (let block = 0; block < blocks.length; block += 1) {
      const at = centre * blocks.length + block;
      this.#answered[at] = (this.#answered[at] ?? 0) + step * (answered?.[block] ?? 0);
    }
    this.#sizes[centre] = (this.#sizes[centre] ?? 0) + step;
  }
}
