import type { SeededRandom } from '../random/seeded-random';
import { overallMean } from './block-means';
import { emptyCentres, type Centres } from './centres';
import { rowsOf, type Embedding } from './embedding';
import { rescaling } from './nearest';
import { sampledRows } from './sampled-rows';
import { AT_ONCE, comparison, fillScores } from './scores';

/** Rows that starts are drawn from: enough that no pattern of some size is missed, few enough to cost little. */
const SEEDING_ROWS = 4_000;
/** Stories tried for each further centre: as many as are compared at once. */
const TRIALS = AT_ONCE;

/**
 * Starting centres by k-means++ (Arthur and Vassilvitskii 2007, SODA 1027-1035): each further centre is a story drawn with
 * chances proportional to its squared (rescaled) distance from the centres so far. Of TRIALS drawn, the one that lowers
 * the sum most is taken (the greedy form of the same paper). What a chosen story did not answer starts at the mean of all.
 */
export class Starts {
  readonly #embedding: Embedding;
  readonly #mean: Centres;
  readonly #factors: Float64Array;
  /** Per row the squared distance to the nearest centre so far. */
  readonly #soFar: Float64Array;
  /** The same with each of the trials, side by side. */
  readonly #tried: Float64Array;

  constructor(all: Embedding, random: SeededRandom) {
    this.#embedding = all.rows > SEEDING_ROWS ? rowsOf(all, sampledRows(all.rows, SEEDING_ROWS, random)) : all;
    this.#mean = overallMean(all);
    this.#factors = rescaling(this.#embedding);
    this.#soFar = new Float64Array(this.#embedding.rows);
    this.#tried = new Float64Array(this.#embedding.rows * TRIALS);
  }

  draw(count: number, random: SeededRandom): Centres {
    const { width, rows } = this.#embedding;
    const centres = emptyCentres(count, width);
    this.#soFar.fill(Infinity);
    let total = Infinity;
    for (let centre = 0; centre < count; centre += 1) {
      const trials = emptyCentres(centre === 0 ? 1 : TRIALS, width);
      for (let trial = 0; trial < trials.count; trial += 1) {
        const row = centre === 0 ? random.below(rows) : this.#drawByDistance(total, random);
        trials.values.set(positionOf(this.#embedding, row, this.#mean), trial * width);
      }
      const { best, sum } = this.#try(trials);
      centres.values.set(trials.values.subarray(best * width, (best + 1) * width), centre * width);
      for (let row = 0; row < rows; row += 1) this.#soFar[row] = this.#tried[row * TRIALS + best] ?? 0;
      total = sum;
    }
    return centres;
  }

  /** Which trial leaves the least sum of squared distances, and that sum. */
  #try(trials: Centres): { best: number; sum: number } {
    const { rows, squares, combination } = this.#embedding;
    const compared = comparison(this.#embedding, trials);
    const scores = new Float64Array(TRIALS);
    const sums = new Float64Array(TRIALS);
    for (let row = 0; row < rows; row += 1) {
      fillScores(compared, row, scores);
      const square = squares[row] ?? 0;
      const factor = this.#factors[combination[row] ?? 0] ?? 1;
      const soFar = this.#soFar[row] ?? 0;
      for (let trial = 0; trial < TRIALS; trial += 1) {
        const squared = Math.min(soFar, factor * Math.max(0, square + (scores[trial] ?? 0)));
        this.#tried[row * TRIALS + trial] = squared;
        sums[trial] = (sums[trial] ?? 0) + squared;
      }
    }
    let best = 0;
    for (let trial = 1; trial < trials.count; trial += 1) if ((sums[trial] ?? 0) < (sums[best] ?? 0)) best = trial;
    return { best, sum: sums[best] ?? 0 };
  }

  /** Any row where all stand on a centre already (fewer different stories than centres). */
  #drawByDistance(total: number, random: SeededRandom): number {
    const rows = this.#soFar.length;
    if (total === 0) return random.below(rows);
    let left = random.next() * total;
    for (let row = 0; row < rows; row += 1) {
      left -= this.#soFar[row] ?? 0;
      if (left < 0) return row;
    }
    return rows - 1;
  }
}

/** A story's place as a centre: its own coordinates, the mean of all where it did not answer. */
export function positionOf(embedding: Embedding, row: number, mean: Centres): Float64Array {
  const { width, blocks, coordinates } = embedding;
  const answered = embedding.combinations[embedding.combination[row] ?? 0];
  const place = mean.values.slice();
  blocks.forEach((block, number) => {
    if (answered?.[number] !== 1) return;
    for (let axis = block.offset; axis < block.offset + block.width; axis += 1) {
      place[axis] = coordinates[row * width + axis] ?? 0;
    }
  });
  return place;
}
