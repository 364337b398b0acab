import type { Aspect } from './topic';
import type { Evidence, LeaningFact } from './evidence';
import type { Strength } from './strength';

/** Whether the difference stays when role and age are held alike. */
export type Agreement =
  /** Both the plain and the adjusted test see it, or neither does. */
  | 'agree'
  /** Flagged, but not beyond .05 within strata: it may be about who told the stories. */
  | 'only_plain'
  /** Not flagged, but beyond .001 within strata: who told the stories may hide it. */
  | 'only_adjusted';

/** The test of one group on one topic. */
export interface ShiftTest {
  readonly group: string;
  readonly signifier: string;
  readonly aspect: Aspect;
  /** Stories of the group, and of the rest, on the topic, with their clusters. */
  readonly stories: number;
  readonly clusters: number;
  readonly restStories: number;
  readonly restClusters: number;
  /** Energy statistic, exact up to 5,000 stories. */
  readonly statistic: number;
  /** In [0, 1]. */
  readonly effect: number;
  /** Effect minus what chance alone gives with as many stories in as many clusters; may be below 0. */
  readonly corrected: number;
  readonly p: number;
  readonly permutations: number;
  /** Benjamini-Hochberg over the family, and Benjamini-Yekutieli for the doubtful. */
  readonly q: number;
  readonly qAnyDependence: number;
  readonly adjusted: { readonly p: number; readonly agreement: Agreement } | null;
  /** q of the second pass, where the first would have flagged: against the groups not flagged themselves. */
  readonly secondPass: number | null;
  /** Present when flagged. */
  readonly shift: (Evidence & { readonly strength: Strength }) | null;
  /** For what is not flagged: the smallest share of its stories that, moved to any one part, would have been flagged 4 times in 5; null for none. */
  readonly smallestVisible: number | null;
}

/** The test of one signifier for a change in time. */
export interface ChangeResult {
  readonly signifier: string;
  /** Months since January 1970: the change lies before this month; 0 where no split leaves enough stories. */
  readonly before: number;
  readonly storiesBefore: number;
  readonly storiesAfter: number;
  readonly statistic: number;
  readonly effect: number;
  readonly corrected: number;
  readonly p: number;
  readonly permutations: number;
  readonly q: number;
  readonly qAnyDependence: number;
  /** Present when flagged. */
  readonly change: {
    readonly strength: Strength;
    readonly effect: Evidence['effect'];
    /** 95 % interval of the month. */
    readonly months: { readonly from: number; readonly to: number };
    /** p of the same change looked for within the groups that tell stories before and after; null where there are none. */
    readonly withinGroups: number | null;
    /** Where stories lean to after the change ("here"), more than before ("elsewhere"). */
    readonly leaning: LeaningFact;
  } | null;
}

/** Everything the page of shifts says. */
export interface Shifts {
  readonly grouping: string;
  /** Tests in the family; the same whatever the answers. */
  readonly family: number;
  /** Permutations at most for each test. */
  readonly permutations: number;
  /** Groups with a topic too small to be tested; they stay in "the rest". */
  readonly untested: readonly { readonly group: string; readonly signifier: string; readonly stories: number }[];
  /** Flagged first, by corrected effect; then the others by p. */
  readonly tests: readonly ShiftTest[];
  readonly changes: readonly ChangeResult[];
}
