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

  #weigh(row: number, centre: number, weight: 1 | -1): void {
    const { width, blocks, coordinates, combination, combinations } = this.#embedding;
    // What was not answered is 0 and adds nothing.
    for (let axis = 0; axis < width; axis += 1) {
      this.#sums[centre * width + axis] =
        (this.#sums[centre * width + axis] ?? 0) + weight * (coordinates[row * width + axis] ?? 0);
    }
    const answered = combinations[combination[row] ?? 0];
    for (let block = 0; block < blocks.length; block += 1) {
      const at = centre * blocks.length + block;
      this.#answered[at] = (this.#answered[at] ?? 0) + weight * (answered?.[block] ?? 0);
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
