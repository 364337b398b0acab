import type { Clause } from '../../columns/clause';
import type { Dimension } from '../../columns/dimension';
import type { Tally } from '../../columns/kernel';
import type { DrawnMean } from './mean-regions';

/** Groups of stories within what is filtered. */
export interface CompareQuestion {
  readonly page: 'compare';
  readonly within: readonly Clause[];
  /** What makes each group; null: every story within that is in none of the others. */
  readonly groups: readonly (readonly Clause[] | null)[];
}

export interface ComparedGroup {
  readonly n: number;
  /** Gatherings (sessions, else a collector's weeks) the stories came from. */
  readonly clusters: number;
  /** Per row 1 when the story belongs: for drawing. */
  readonly member: Uint8Array;
}

/** One signifier in every group, in the order of the groups. */
export interface ComparedSignifier {
  readonly dimension: Dimension;
  readonly tallies: readonly Tally[];
  /** Of a triad the mean of each group, where enough answered; else none. */
  readonly means: readonly (DrawnMean | null)[];
}

export interface Comparison {
  readonly groups: readonly ComparedGroup[];
  /** Stories that are in more than one: a comparison of overlapping groups says less, so it is said. */
  readonly overlap: number;
  readonly signifiers: readonly ComparedSignifier[];
}
