/** A link as somebody asked for it, on the page or at the command line: text as it was typed or chosen, empty = left out. */
export interface AskedCollector {
  /** What stewards call it. */
  readonly name: string;
  readonly device: string;
  readonly audiences: readonly string[];
  /** First and last day on which new devices are let in: YYYY-MM-DD. */
  readonly from: string;
  readonly until: string;
  /** An area in which all tellers of this link live. */
  readonly place: string;
}

/** What is wrong, by field. */
export interface CollectorFaults {
  readonly name?: 'missing' | 'too_long';
  readonly device?: 'missing';
  readonly audiences?: 'missing' | 'unknown';
  readonly from?: 'not_a_day';
  readonly until?: 'not_a_day' | 'over' | 'before_first';
  readonly place?: 'unknown';
}
