import type { Clause } from './clause';
import type { Dimension } from './dimension';
import type { Snapshot } from './snapshot';

/** How many stories answered, and how the others did not: three gaps that are never merged. */
export interface StateCounts {
  readonly answered: number;
  readonly notApplicable: number;
  readonly unanswered: number;
  readonly notAsked: number;
}

export interface StoneTally {
  readonly stone: string;
  readonly placed: number;
  readonly notInStory: number;
  /** In stories that answered the signifier but left this stone alone. */
  readonly untouched: number;
  /** Axes: 4 columns x 3 rows, row by row from the bottom. Rings: near, between, far. */
  readonly cells: readonly number[];
}

/**
 * What a view shows of some stories. `counts` by kind of dimension: triad 7 zones in the order of ZONES, slider 20
 * bins, category and multiple one per option, months one per month from the first; stones, text and number: none.
 * The states sum to `n`; for a multiple choice the counts may sum to more than `answered`.
 */
export interface Tally {
  readonly n: number;
  readonly counts: readonly number[];
  readonly states: StateCounts;
  readonly stones: readonly StoneTally[];
}

export interface View {
  readonly id: string;
  readonly dimension: string;
}

export interface ViewCounts {
  readonly view: string;
  readonly dimension: Dimension;
  /** Every story of the snapshot. */
  readonly everything: Tally;
  /** Stories that pass every clause but this view's own: a view never filters itself. */
  readonly selection: Tally;
}

export interface Selection {
  readonly clauses: readonly Clause[];
  /** Stories that pass every clause, and how many of them can be read. */
  readonly n: number;
  readonly readable: number;
  readonly views: readonly ViewCounts[];
  /**
   * Per row one bit for every source it fails; 0 = selected. The kernel's own array: valid until its next `select`.
   * `(fail[row] & ~bitOf(source)) === 0` = passes everything but the source's own clauses.
   */
  readonly fail: Uint32Array;
  /** The bit of a source, 0 when it has no clause. */
  readonly bitOf: (source: string) => number;
}

export type SelectionProblem = { readonly kind: 'unknown_dimension' | 'wrong_kind'; readonly clause: Clause };

/**
 * Answers selections exactly. Today by one fused typed pass; cubes and cell grids with prefix sums can come behind the
 * same face (`prepare` is where they are built when a view is pointed at).
 */
export interface Kernel {
  readonly snapshot: Snapshot;
  readonly dimensions: readonly Dimension[];
  /** One view for each dimension, with the dimension's id. */
  readonly views: readonly View[];
  /** Clauses that speak of nothing in this snapshot (an old link): left out of the selection, to be told to the person. */
  check(clauses: readonly Clause[]): SelectionProblem[];
  select(clauses: readonly Clause[], views?: readonly View[]): Selection;
  /** One dimension counted over the stories whose entry in `rows` is 1; leaves the selection that stands alone. */
  count(dimension: string, rows: Uint8Array): Tally;
  /** Serials of selected stories in row order; `readable` ones only when asked. */
  serials(selection: Selection, options?: { readableOnly?: boolean; offset?: number; limit?: number }): number[];
}
