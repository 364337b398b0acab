import type { PatternsResult } from '../../analysis/patterns/patterns-result';
import type { Clause } from '../../columns/clause';

/** What patterns the stories of a view form. */
export interface PatternsQuestion {
  readonly page: 'patterns';
  /** None: all stories. Otherwise the patterns are those within the filter, and other ones than the whole's. */
  readonly within: readonly Clause[];
  /** Ids of the signifiers in use: those everybody is asked, so that children are not left out. */
  readonly signifiers: readonly string[];
  /** Dimensions whose mix is wanted, places first; those that part no stories are left out. */
  readonly groupings: readonly string[];
  readonly seed: string;
  /** The view in one text: under it the names of patterns are kept. */
  readonly view: string;
}

export interface PatternsAnswer {
  readonly result: PatternsResult;
  /** Per story of the result its row in the snapshot. */
  readonly rows: Uint32Array;
}
