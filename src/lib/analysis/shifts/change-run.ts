import { shuffle } from '../random/shuffle';
import type { SeededRandom } from '../random/seeded-random';
import type { ChangePart } from './change-parts';
import type { ChangePlan } from './change-plan';
import { ChangeScan } from './change-scan';
import { SLACK } from './exchange-run';
import { Tally, type PermutationRule, type Run } from './sequential';

/** Every test sees so many permutations, for the mean of the largest energy where nothing changed. */
const AVERAGED = 200;

/** One signifier's largest energy over the months, and its count. */
export class ChangeTest {
  readonly tally: Tally;
  readonly parts: readonly ChangePart[];
  readonly #scan: ChangeScan;
  readonly #observed: number;
  #sum = 0;

  constructor(parts: readonly ChangePart[], plan: ChangePlan, months: number, rule: PermutationRule) {
    this.parts = parts;
    this.tally = new Tally(rule);
    this.#scan = new ChangeScan(months, parts);
    this.#observed = this.#scan.largest(parts, plan.monthOfUnit, null).statistic;
  }

  /** Mean of the largest energy where nothing changed. */
  get expected(): number {
    return this.#sum / AVERAGED;
  }

  take(monthOfUnit: Uint16Array, averaging: boolean): void {
    if (this.tally.settled && !averaging) return;
    const { statistic } = this.#scan.largest(this.parts, monthOfUnit, null);
    if (averaging) this.#sum += statistic;
    if (!this.tally.settled) this.tally.count(statistic >= this.#observed * (1 - SLACK));
  }

  /** The month of the split in a resample: unit i counted `weights[i]` times. */
  splitOf(monthOfUnit: Uint16Array, weights: Uint16Array): number {
    return this.#scan.largest(this.parts, monthOfUnit, weights).before;
  }
}

/**
 * Tests of "nothing changed" for several signifiers: clusters change places in time, and the largest energy over all
 * splits is taken anew each time, so that looking for the best split costs nothing in honesty (METHOD 2c).
 */
export class ChangeRun implements Run {
  readonly tests: readonly ChangeTest[];
  readonly plan: ChangePlan;
  readonly #months: Uint16Array;
  readonly #random: SeededRandom;
  #drawn = 0;

  constructor(
    plan: ChangePlan,
    months: number,
    statistics: readonly (readonly ChangePart[])[],
    rule: PermutationRule,
    random: SeededRandom,
  ) {
    this.plan = plan;
    this.#months = plan.monthOfUnit.slice();
    this.#random = random;
    this.tests = statistics.map((parts) => new ChangeTest(parts, plan, months, rule));
  }

  get tallies(): readonly Tally[] {
    return this.tests.map(({ tally }) => tally);
  }

  advanceTo(to: number): void {
    for (; this.#drawn < to; this.#drawn += 1) {
      const averaging = this.#drawn < AVERAGED;
      if (!averaging && this.tests.every(({ tally }) => tally.settled)) return;
      this.plan.starts.forEach((start, i) => {
        shuffle(this.#months.subarray(start, this.plan.starts[i + 1] ?? start), this.#random);
      });
      for (const test of this.tests) test.take(this.#months, averaging);
    }
  }
}
