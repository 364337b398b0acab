import type { Centres } from './centres';
import type { Embedding } from './embedding';
import { comparison, fillScores } from './scores';

/** The nearest centre of every row and how far it and the next one are. */
export interface Nearest {
  /** Per row the number of its nearest centre; the first of equally near ones. */
  readonly centre: Uint8Array;
  /** Per row the second nearest, or the nearest again where there is only one. */
  readonly next: Uint8Array;
  /** Per row the distance to the nearest centre, rescaled to all blocks: sqrt(blocks/answered · Σ over answered blocks). */
  readonly distance: Float64Array;
  /** The same to the next; Infinity where there is only one centre. */
  readonly nextDistance: Float64Array;
  /** Sum over rows of squared distances over the answered blocks, not rescaled: what k-means makes small. */
  readonly within: number;
}

/** At most 255 centres. */
export function nearest(embedding: Embedding, centres: Centres): Nearest {
  const { rows, squares, combination } = embedding;
  const compared = comparison(embedding, centres);
  const scores = new Float64Array(compared.padded);
  const factors = rescaling(embedding);
  const found = {
    centre: new Uint8Array(rows),
    next: new Uint8Array(rows),
    distance: new Float64Array(rows),
    nextDistance: new Float64Array(rows),
  };
  let within = 0;
  for (let row = 0; row < rows; row += 1) {
    fillScores(compared, row, scores);
    let best = 0;
    let next = 0;
    let bestScore = Infinity;
    let nextScore = Infinity;
    for (let centre = 0; centre < scores.length; centre += 1) {
      const score = scores[centre] ?? Infinity;
      if (score < bestScore) {
        next = best;
        nextScore = bestScore;
        best = centre;
        bestScore = score;
      } else if (score < nextScore) {
        next = centre;
        nextScore = score;
      }
    }
    const square = squares[row] ?? 0;
    const factor = factors[combination[row] ?? 0] ?? 1;
    // Rounding may put a story that stands on its centre a hair below 0.
    const squared = Math.max(0, square + bestScore);
    within += squared;
    found.centre[row] = best;
    found.next[row] = next;
    found.distance[row] = Math.sqrt(factor * squared);
    found.nextDistance[row] = Math.sqrt(factor * Math.max(0, square + nextScore));
  }
  return { ...found, within };
}

/** Per combination blocks/answered (METHOD 2b): brings a squared distance over the answered blocks to the size of all blocks. */
export function rescaling({ blocks, answeredBlocks }: Embedding): Float64Array {
  return answeredBlocks.map((answered) => blocks.length / answered);
}
