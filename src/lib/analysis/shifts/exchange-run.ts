import type { SeededRandom } from '../random/seeded-random';
import { drawsOf, type Draws } from './draws';
import type { Exchanges } from './exchanges';
import type { Part } from './parts';
import { Tally, type PermutationRule, type Run } from './sequential';
import { statisticOf } from './statistic';

/** Permuted statistics that equal the observed one up to rounding count as reaching it (ties of choices and corner taps). */
export const SLACK = 1e-6;
/** Every test sees so many permutations, settled or not, for the mean where nothing differs. */
const AVERAGED = 200;
const BATCH = 256;

/** One statistic of a plan: its observed value, its count, and what its parts are where nothing differs. */
export class ExchangeTest {
  readonly tally: Tally;
  readonly parts: readonly Part[];
  readonly observed: number;
  readonly #sums: Float64Array;

  constructor(parts: readonly Part[], observed: number, rule: PermutationRule) {
    this.parts = parts;
    this.observed = observed;
    this.tally = new Tally(rule);
    this.#sums = new Float64Array(parts.length);
  }

  /** Mean of each part's statistic over the first permutations. */
  get expected(): Float64Array {
    return this.#sums.map((sum) => sum / AVERAGED);
  }

  take(units: number, batch: Uint16Array, rows: number, width: number, averaging: boolean): void {
    const limit = this.observed * (1 - SLACK);
    for (let row = 0; row < rows; row += 1) {
      if (this.tally.settled && !averaging) return;
      const sums = averaging ? this.#sums : undefined;
      const permuted = statisticOf(this.parts, units, batch, row * width, width, sums);
      if (!this.tally.settled) this.tally.count(permuted >= limit);
    }
  }
}

/** Permutation tests of several statistics under the same exchanges. */
export class ExchangeRun implements Run {
  readonly tests: readonly ExchangeTest[];
  readonly exchanges: Exchanges;
  readonly #draws: Draws;
  readonly #batch: Uint16Array;
  #drawn = 0;

  constructor(plan: Exchanges, statistics: readonly (readonly Part[])[], rule: PermutationRule, random: SeededRandom) {
    // Without the stories of the units: a page keeps many runs.
    this.exchanges = { pools: plan.pools, units: plan.units };
    this.#draws = drawsOf(plan, random);
    const { asTold, width } = this.#draws;
    this.#batch = new Uint16Array(BATCH * width);
    this.tests = statistics.map(
      (parts) => new ExchangeTest(parts, statisticOf(parts, plan.units, asTold, 0, width), rule),
    );
  }

  get tallies(): readonly Tally[] {
    return this.tests.map((test) => test.tally);
  }

  advanceTo(to: number): void {
    while (this.#drawn < to) {
      const averaging = this.#drawn === 0;
      const running = averaging ? this.tests : this.tests.filter(({ tally }) => !tally.settled);
      if (running.length === 0) return;
      const rows = averaging ? AVERAGED : Math.min(BATCH, to - this.#drawn);
      this.#draws.fill(this.#batch, rows);
      for (const test of running) test.take(this.exchanges.units, this.#batch, rows, this.#draws.width, averaging);
      this.#drawn += rows;
    }
  }
}
