/** How many permutations at most, and after how many that reach the observed statistic a test may stop. */
export interface PermutationRule {
  readonly permutations: number;
  readonly stopAfter: number;
}

/**
 * The count of one Monte Carlo test: permuted statistics seen, and those that reached the observed one.
 *
 * A test that is clearly null stops early (Besag and Clifford 1991, Biometrika 78, 301-304): when the h-th permuted
 * statistic to reach the observed one comes as the l-th, p = h/l; when h are never reached, p = (1 + hits)/(B + 1). Both
 * are valid: at most a share a of null tests gets p <= a. A test may also stop at any time with p = h/(seen + h - hits),
 * which no continuation can exceed (the h-th hit cannot come before draw seen + h - hits), so it is valid whatever made
 * us stop (the anytime-valid form of Fischer, Barry and Ramdas 2024, arXiv 2404.15586).
 */
export class Tally {
  readonly #rule: PermutationRule;
  #seen = 0;
  #hits = 0;

  constructor(rule: PermutationRule) {
    this.#rule = rule;
  }

  /** Nothing more is to be learned from further permutations. */
  get settled(): boolean {
    return this.#hits >= this.#rule.stopAfter || this.#seen >= this.#rule.permutations;
  }

  get permutations(): number {
    return this.#seen;
  }

  /** In (0, 1]. 1 before the first permutation. */
  get p(): number {
    const { permutations, stopAfter } = this.#rule;
    if (this.#hits >= stopAfter) return stopAfter / this.#seen;
    if (this.#seen >= permutations) return (1 + this.#hits) / (permutations + 1);
    return stopAfter / (this.#seen + stopAfter - this.#hits);
  }

  count(reached: boolean): void {
    this.#seen += 1;
    if (reached) this.#hits += 1;
  }
}

/** Several tests that share their permutations. */
export interface Run {
  readonly tallies: readonly Tally[];
  /** Sees permutations until `to` have been drawn or every test is settled. */
  advanceTo(to: number): void;
}

/** Rounds grow by this factor, so that looking at all tests together costs little. */
const ROUND = 2;
const FIRST_ROUND = 1_000;

/** A test with q below this in the family may stop: more permutations would only say it more loudly. */
const BEYOND_DOUBT = 0.01;

/**
 * Runs tests until each is settled, or until all that are not are far beyond doubt in their family, with the p values as
 * they then stand. So one lone shift sees all permutations that the family asks for, and a hundred do not.
 *
 * @param familyQ q of the tests, in the order of the runs, given their p values
 * @param each called after each run of each round with the share done, in [0, 1]
 */
export function settle(
  runs: readonly Run[],
  rule: PermutationRule,
  familyQ: (p: readonly number[]) => readonly number[],
  each: (done: number) => void,
): void {
  const tallies = runs.flatMap((run) => run.tallies);
  let open = tallies.some((tally) => !tally.settled);
  for (let to = FIRST_ROUND; open; to *= ROUND) {
    const until = Math.min(to, rule.permutations);
    runs.forEach((run, i) => {
      run.advanceTo(until);
      each((until * (i + 1)) / (rule.permutations * runs.length));
    });
    const q = familyQ(tallies.map((tally) => tally.p));
    open = until < rule.permutations && tallies.some((tally, i) => !tally.settled && (q[i] ?? 1) > BEYOND_DOUBT);
  }
}
