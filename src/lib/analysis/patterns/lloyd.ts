import { BlockMeans, overallMean } from './block-means';
import { squaredApart, type Centres } from './centres';
import { isComplete, type Embedding } from './embedding';
import { positionOf } from './seed-centres';
import { comparison, fillScores, type Comparison } from './scores';

/** When to stop: after so many passes, or once the centres together moved less than this (sum of squared moves). */
export interface Stop {
  readonly passes: number;
  readonly moved: number;
}

/** Centres and the rows nearest to each. */
export interface Fit {
  readonly centres: Centres;
  /** Per row the number of its nearest centre. */
  readonly centre: Uint8Array;
  /** Sum of squared distances to the nearest centre over the answered blocks. */
  readonly within: number;
  readonly passes: number;
}

/** Bounds are trusted only beyond this: far above rounding, far below any distance that matters. */
const SLACK = 1e-9;

/**
 * Lloyd's k-means with Hamerly's bounds (Hamerly 2010, SDM 130-140): the same centres as the plain passes, without
 * comparing a row with every centre while it is provably nearest to its own.
 *
 * Per row: `upper` >= distance to its own centre, `lower` <= distance to every other, both over the answered blocks.
 * Moving centres widens them by how far each centre moved; over some of the blocks a centre moves at most as far as over
 * all, so the bounds hold for partial stories too. The bound by half the way to the next centre does not, and is used only
 * when every row is complete.
 *
 *   all rows:  compare -> upper, lower ── move centres ──▶ upper < lower? keep
 *                 ▲                                         tighten upper; < lower? keep
 *                 └──────────────── else ◀──────────────────┘
 *
 * The mean of the answered minimises the sum over the answered blocks, and so does the nearest centre: every pass lowers
 * `within`. A centre that lost all its rows goes to the row farthest from its own.
 */
export function lloyd(embedding: Embedding, start: Centres, stop: Stop): Fit {
  const bounds = new Bounds(embedding, start);
  let centres = start;
  let passes = 0;
  bounds.reassign(centres);
  while (passes < stop.passes) {
    const before = centres;
    centres = withoutEmpty(embedding, bounds, bounds.means.centres(before));
    passes += 1;
    const moved = bounds.widen(before, centres);
    bounds.reassign(centres);
    if (moved <= stop.moved) break;
  }
  return { centres, centre: bounds.centre, within: bounds.means.within(centres), passes };
}

class Bounds {
  readonly centre: Uint8Array;
  readonly means: BlockMeans;
  readonly #embedding: Embedding;
  readonly #upper: Float64Array;
  readonly #lower: Float64Array;
  readonly #complete: boolean;
  #assigned = false;

  constructor(embedding: Embedding, start: Centres) {
    this.#embedding = embedding;
    this.centre = new Uint8Array(embedding.rows);
    this.means = new BlockMeans(embedding, start.count);
    this.#upper = new Float64Array(embedding.rows).fill(Infinity);
    this.#lower = new Float64Array(embedding.rows);
    this.#complete = isComplete(embedding);
  }

  /** Every row to its nearest centre. @returns whether any row changed sides */
  reassign(centres: Centres): boolean {
    const compared = comparison(this.#embedding, centres);
    const scores = new Float64Array(compared.padded);
    const half = this.#complete ? halfWays(centres) : new Float64Array(centres.count);
    const { rows } = this.#embedding;
    const centre = this.centre;
    const upper = this.#upper;
    const lower = this.#lower;
    const assigned = this.#assigned;
    let changed = false;
    for (let row = 0; row < rows; row += 1) {
      const own = centre[row] ?? 0;
      const far = Math.max(lower[row] ?? 0, half[own] ?? 0) - SLACK;
      if ((upper[row] ?? 0) < far) continue;
      if (assigned) {
        const exact = distanceTo(compared, centres, row, own);
        upper[row] = exact;
        if (exact < far) continue;
      }
      const found = this.#compare(compared, row, scores);
      if (found !== own || !assigned) {
        if (assigned) this.means.remove(row, own);
        this.means.add(row, found);
        centre[row] = found;
        changed = true;
      }
    }
    this.#assigned = true;
    return changed;
  }

  /** Widens the bounds by how far the centres moved. @returns the sum of squared moves */
  widen(before: Centres, after: Centres): number {
    const moves = Float64Array.from({ length: after.count }, (_, c) => Math.sqrt(squaredApart(before, c, after, c)));
    const widest = moves.indexOf(Math.max(...moves));
    const next = moves.reduce((most, move, c) => (c === widest ? most : Math.max(most, move)), 0);
    const upper = this.#upper;
    const lower = this.#lower;
    const most = moves[widest] ?? 0;
    for (let row = 0; row < upper.length; row += 1) {
      const own = this.centre[row] ?? 0;
      upper[row] = (upper[row] ?? 0) + (moves[own] ?? 0);
      lower[row] = (lower[row] ?? 0) - (own === widest ? next : most);
    }
    return moves.reduce((sum, move) => sum + move * move, 0);
  }

  #compare(compared: Comparison, row: number, scores: Float64Array): number {
    fillScores(compared, row, scores);
    let best = 0;
    let bestScore = Infinity;
    let nextScore = Infinity;
    for (let centre = 0; centre < scores.length; centre += 1) {
      const score = scores[centre] ?? Infinity;
      if (score < bestScore) {
        nextScore = bestScore;
        best = centre;
        bestScore = score;
      } else if (score < nextScore) nextScore = score;
    }
    const square = this.#embedding.squares[row] ?? 0;
    this.#upper[row] = Math.sqrt(Math.max(0, square + bestScore));
    this.#lower[row] = Math.sqrt(Math.max(0, square + nextScore));
    return best;
  }
}

/** Distance over the answered blocks of a row to one centre. */
function distanceTo({ embedding, norms, padded }: Comparison, centres: Centres, row: number, centre: number): number {
  const { width, coordinates, squares, combination } = embedding;
  let dot = 0;
  for (let axis = 0; axis < width; axis += 1) {
    dot += (coordinates[row * width + axis] ?? 0) * (centres.values[centre * width + axis] ?? 0);
  }
  const norm = norms[(combination[row] ?? 0) * padded + centre] ?? 0;
  return Math.sqrt(Math.max(0, (squares[row] ?? 0) + norm - 2 * dot));
}

/** Per centre half the way to the nearest other one: a complete row nearer than that is nearest to it. */
function halfWays(centres: Centres): Float64Array {
  return Float64Array.from({ length: centres.count }, (_, one) => {
    let least = Infinity;
    for (let other = 0; other < centres.count; other += 1) {
      if (other !== one) least = Math.min(least, squaredApart(centres, one, centres, other));
    }
    return Math.sqrt(least) / 2;
  });
}

function withoutEmpty(embedding: Embedding, { means, centre }: Bounds, centres: Centres): Centres {
  const taken = new Set<number>();
  for (let empty = 0; empty < centres.count; empty += 1) {
    if (means.size(empty) > 0) continue;
    const compared = comparison(embedding, centres);
    let farthest = 0;
    let most = -1;
    for (let row = 0; row < embedding.rows; row += 1) {
      const distance = taken.has(row) ? -1 : distanceTo(compared, centres, row, centre[row] ?? 0);
      if (distance > most) {
        most = distance;
        farthest = row;
      }
    }
    taken.add(farthest);
    centres.values.set(positionOf(embedding, farthest, overallMean(embedding)), empty * centres.width);
  }
  return centres;
}
