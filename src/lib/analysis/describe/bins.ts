import type { Block } from '../representation/block';
import { binomialUpper } from '../numeric/binomial-tail';
import { pointsOf, type AnswerCounts } from './answers';
import { cellsFor } from './cells';

export interface Bins extends AnswerCounts {
  /** Stories per cell, in the order of `cellsFor(kind)`. */
  readonly counts: Uint32Array;
  /** Stories a cell would hold if answers fell anywhere with equal chance. */
  readonly ifRandom: number;
  /** From this count on a cell is fuller than random answers make any cell of the picture in 95 of 100 pictures. */
  readonly crowdedFrom: number;
}

/**
 * Stories per cell, never smoothed (METHOD 1: smoothed contours on triads were retracted by their authors), beside what
 * random answers would look like, since a few dozen dots always seem to gather somewhere.
 *
 * @returns null for kinds without an even ground (rings, choices): nothing to compare with.
 */
export function binAnswers(block: Block, rows?: Uint32Array): Bins | null {
  const cells = cellsFor(block.kind);
  if (!cells) return null;
  const { xs, ys, n, notApplicable, unanswered } = pointsOf(block, rows);
  const counts = new Uint32Array(cells.size);
  xs.forEach((x, i) => {
    const cell = cells.cellAt(x, ys[i] ?? 0);
    counts[cell] = (counts[cell] ?? 0) + 1;
  });
  return { n, notApplicable, unanswered, counts, ifRandom: n / cells.size, crowdedFrom: crowdedFrom(n, cells.size) };
}

/**
 * The smallest count c for which `size` cells of equal chance hold one with c or more of n answers at most 5 times in
 * 100: size · P(Bin(n, 1/size) >= c) <= .05 (Bonferroni, slightly strict). n + 1 when no count is that rare.
 */
export function crowdedFrom(n: number, size: number): number {
  let low = 1;
  let high = n + 1;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (size * binomialUpper(middle, n, 1 / size) <= 0.05) high = middle;
    else low = middle + 1;
  }
  return low;
}
