import type { Clause } from '../../columns/clause';
import type { Dimension } from '../../columns/dimension';
import type { Tally } from '../../columns/kernel';

/** Two groups of stories within what is filtered. */
export interface CompareQuestion {
  readonly page: 'compare';
  readonly within: readonly Clause[];
  readonly first: readonly Clause[];
  /** Null: every other story within. */
  readonly second: readonly Clause[] | null;
}

export interface ComparedGroup {
  readonly n: number;
  readonly clusters: number;
  /** Per row 1 when the story belongs: for drawing. */
  readonly rows: Uint8Array;
}

/** One signifier in both groups. */
export interface ComparedSignifier {
  readonly dimension: Dimension;
  readonly first: Tally;
  readonly second: Tally;
}

export interface Comparison {
  readonly first: ComparedGroup;
  readonly second: ComparedGroup;
  /** Stories that are in both: a comparison of overlapping groups says less, so it is said. */
  readonly both: number;
  readonly signifiers: readonly ComparedSignifier[];
}
