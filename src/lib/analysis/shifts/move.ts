import { leaningsOfFacet } from './leaning';
import type { Facet } from './topic';

/** Worked out once for all groups, and kept as long as the facet. */
const KNOWN = new WeakMap<Facet, Move>();

/** A part told by fewer stories tells nothing of where a shift to it would lead. */
const LEAST_TOLD = 5;

/** A shift to one part of a signifier. */
export interface Move {
  /** Mean features of the part minus those of all other answers. */
  readonly features: Float64Array;
  /** How much its share can grow at most: what is elsewhere, in [0, 1]. */
  readonly room: number;
}

/**
 * Mean features of one part of a signifier minus those of all other answers: what changes when stories from anywhere else
 * move there. Of the parts that are told, the one where that changes least: a shift to any other part is easier to see.
 */
export function moveOf(facet: Facet): Move {
  const move = KNOWN.get(facet) ?? workedOut(facet);
  KNOWN.set(facet, move);
  return move;
}

function workedOut({ block, answers, features }: Facet): Move {
  const { parts, partOf } = leaningsOfFacet(block);
  const { grid } = answers;
  const { width } = features;
  const at = block === null ? Float64Array.of(0, 1) : grid.centres;
  const places = Math.max(2, parts.length);
  const counts = new Float64Array(places);
  const sums = new Float64Array(places * width);
  const all = new Float64Array(width);
  const binCounts = new Float64Array(grid.count);
  for (const bin of answers.of) if (bin < grid.count) binCounts[bin] = (binCounts[bin] ?? 0) + 1;
  binCounts.forEach((count, bin) => {
    const part = partOf(at, bin);
    counts[part] = (counts[part] ?? 0) + count;
    for (let k = 0; k < width; k += 1) {
      const added = count * (features.values[bin * width + k] ?? 0);
      sums[part * width + k] = (sums[part * width + k] ?? 0) + added;
      all[k] = (all[k] ?? 0) + added;
    }
  });
  const total = counts.reduce((sum, count) => sum + count, 0);
  let least: Move = { features: new Float64Array(width), room: 0 };
  let shortest = Infinity;
  counts.forEach((count, part) => {
    if (count < LEAST_TOLD || count === total) return;
    const move = all.map((sum, k) => {
      const own = sums[part * width + k] ?? 0;
      return own / count - (sum - own) / (total - count);
    });
    const length = move.reduce((sum, value) => sum + value * value, 0);
    if (length < shortest) [shortest, least] = [length, { features: move, room: 1 - count / total }];
  });
  return least;
}
