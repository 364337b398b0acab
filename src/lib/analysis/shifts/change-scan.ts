import type { ChangePart } from './change-parts';
import { candidateSplits } from './change-plan';
import { LEAST_STORIES } from './family';

/** The largest energy over all splits of the months, and the month before which it splits; 0 where no split is allowed. */
export interface Split {
  readonly statistic: number;
  readonly before: number;
}

/** Room for one scan, so that a hundred thousand of them make no garbage. */
export class ChangeScan {
  readonly #months: number;
  readonly #bySplit: Float64Array;
  readonly #stories: Float64Array;
  readonly #sums: Float64Array;

  constructor(months: number, parts: readonly ChangePart[]) {
    this.#months = months;
    this.#bySplit = new Float64Array(months);
    this.#stories = new Float64Array(months);
    this.#sums = new Float64Array(months * Math.max(1, ...parts.map(({ columns }) => columns)));
  }

  /**
   * Energy of the stories before month m against those from m on, the parts added up, for each m with
   * LEAST_STORIES stories and LEAST_MONTHS months on each side; the largest.
   *
   * @param weights how often each unit counts, for resampling; once each when absent
   */
  largest(parts: readonly ChangePart[], monthOfUnit: Uint16Array, weights: Uint16Array | null): Split {
    this.#bySplit.fill(0);
    this.#stories.fill(0);
    let counted = 0;
    for (const part of parts) {
      this.#addUp(part, monthOfUnit, weights);
      counted += this.#compare(part, weights !== null);
    }
    let best: Split = { statistic: 0, before: 0 };
    const { first, last } = candidateSplits(this.#months);
    for (let m = first; m <= last; m += 1) {
      const before = this.#stories[m] ?? 0;
      if (before < LEAST_STORIES || counted - before < LEAST_STORIES) continue;
      const statistic = this.#bySplit[m] ?? 0;
      if (statistic > best.statistic) best = { statistic, before: m };
    }
    return best;
  }

  #addUp({ columns, units, fixed }: ChangePart, monthOfUnit: Uint16Array, weights: Uint16Array | null): void {
    const sums = this.#sums;
    sums.set(fixed);
    for (let unit = 0; unit < monthOfUnit.length; unit += 1) {
      const weight = weights === null ? 1 : (weights[unit] ?? 0);
      if (weight === 0) continue;
      const to = (monthOfUnit[unit] ?? 0) * columns;
      const from = unit * columns;
      for (let k = 0; k < columns; k += 1) sums[to + k] = (sums[to + k] ?? 0) + weight * (units[from + k] ?? 0);
    }
  }

  /** Adds the part's energy at every split; @returns its stories. Resampled sums have a mean of their own. */
  #compare({ columns, mean, total, counts }: ChangePart, ownMean: boolean): number {
    const sums = this.#sums;
    const months = this.#months;
    // Running sums over months, in place: row m becomes the sum of months 0..m.
    for (let at = columns; at < months * columns; at += 1) sums[at] = (sums[at] ?? 0) + (sums[at - columns] ?? 0);
    const last = (months - 1) * columns;
    const stories = ownMean ? (sums[last] ?? 0) : total;
    for (let m = 1; m < months; m += 1) {
      const row = (m - 1) * columns;
      const n = sums[row] ?? 0;
      if (counts) this.#stories[m] = (this.#stories[m] ?? 0) + n;
      if (n <= 0 || n >= stories) continue;
      let squares = 0;
      for (let k = 1; k < columns; k += 1) {
        const centre = ownMean ? (sums[last + k] ?? 0) / stories : (mean[k] ?? 0);
        squares += ((sums[row + k] ?? 0) - n * centre) ** 2;
      }
      this.#bySplit[m] = (this.#bySplit[m] ?? 0) + ((2 * stories) / (n * (stories - n))) * squares;
    }
    return counts ? stories : 0;
  }
}
