import { emptyCentres, type Centres } from './centres';
import type { Embedding } from './embedding';

/**
 * Running sums from which centres are made: the mean of the answered, block by block (METHOD 2b). Rows can be added and
 * taken away, so that a pass of k-means costs only the rows that changed sides.
 */
export class BlockMeans {
  readonly #embedding: Embedding;
  readonly #sums: Float64Array;
  /** Per centre and block how many of its rows answered. */
  readonly #answered: Float64Array;
  readonly #sizes: Float64Array;

  constructor(
    embedding: Embedding,
    readonly count: number,
  ) {
    this.#embedding = embedding;
    this.#sums = new Float64Array(count * embedding.width);
    this.#answered = new Float64Array(count * embedding.blocks.length);
    this.#sizes = new Float64Array(count);
  }

  size(centre: number): number {
    return this.#sizes[centre] ?? 0;
  }

  add(row: number, centre: number): void {
    this.#weigh(row, centre, 1);
  }

  remove(row: number, centre: number): void {
    this.#weigh(row, centre, -1);
  }

  /** A block that nobody of a centre answered keeps the position it had. */
  centres(before: Centres): Centres {
    const { blocks, width } = this.#embedding;
    const means = emptyCentres(this.count, width);
    for (let centre = 0; centre < this.count; centre += 1) {
      for (let block = 0; block < blocks.length; block += 1) {
        const answered = this.#answered[centre * blocks.length + block] ?? 0;
        const from = centre * width + (blocks[block]?.offset ?? 0);
        const to = from + (blocks[block]?.width ?? 0);
        for (let at = from; at < to; at += 1) {
          means.values[at] = answered > 0 ? (this.#sums[at] ?? 0) / answered : (before.values[at] ?? 0);
        }
      }
    }
    return means;
  }

  /**
   * Sum over the rows of squared distances to the centre each was added to, over the answered blocks. From the sums alone:
   * over a centre's rows |x - c|² adds up to Σ|x|² + Σ over blocks (answered · |c|²) - 2 c·Σx.
   */
  within({ values }: Centres): number {
    const { blocks, width, squares } = this.#embedding;
    let within = 0;
    for (const square of squares) within += square;
    for (let centre = 0; centre < this.count; centre += 1) {
      for (let block = 0; block < blocks.length; block += 1) {
        const answered = this.#answered[centre * blocks.length + block] ?? 0;
        const from = centre * width + (blocks[block]?.offset ?? 0);
        const to = from + (blocks[block]?.width ?? 0);
        for (let at = from; at < to; at += 1) {
          const place = values[at] ?? 0;
          within += answered * place * place - 2 * place * (this.#sums[at] ?? 0);
        }
      }
    }
    // Rounding may put stories that all stand on their centres a hair below 0.
    return Math.max(0, within);
  }

  #weigh(row: number, centre: number, weight: 1 | -1): void {
    const { width, blocks, coordinates, combination, combinations } = this.#embedding;
    const sums = this.#sums;
    const from = row * width;
    // What was not answered is 0 and adds nothing.
    for (let axis = 0, at = centre * width; axis < width; axis += 1, at += 1) {
      sums[at] = (sums[at] ?? 0) + weight * (coordinates[from + axis] ?? 0);
    }
    const answers = combinations[combination[row] ?? 0];
    const answered = this.#answered;
    for (let block = 0, at = centre * blocks.length; block < blocks.length; block += 1, at += 1) {
      answered[at] = (answered[at] ?? 0) + weight * (answers?.[block] ?? 0);
    }
    this.#sizes[centre] = (this.#sizes[centre] ?? 0) + weight;
  }
}

/** The mean of all rows, block by block over the answered: the single centre of k = 1. */
export function overallMean(embedding: Embedding): Centres {
  const means = new BlockMeans(embedding, 1);
  for (let row = 0; row < embedding.rows; row += 1) means.add(row, 0);
  return means.centres(emptyCentres(1, embedding.width));
}
