import type { Centres } from './centres';
import type { ChosenCount } from './choose-count';
import type { BlockDifference } from './describe-patterns';
import type { IndependenceNull } from './independence-null';
import type { MapLayout } from './map-layout';
import type { Mix } from './mix';
import type { Stability } from './stability';
import type { TellingStories } from './telling-stories';

/** Places in a column of patterns: the story is in none. */
export const UNPLACED = 255;

/** What stories were looked at; every answer about patterns says so. */
export interface Looked {
  /** Ids of the blocks in use. */
  readonly blocks: readonly string[];
  readonly seed: string;
  readonly stories: number;
  /** Answered at least half of the blocks: has a place. The others are unplaced, which is not noise. */
  readonly placed: number;
  /** Answered every block. */
  readonly complete: number;
  /** Gatherings that the placed stories come from. */
  readonly clusters: number;
  /** Row of the story set of each placed story, in the order of `map.stories`. */
  readonly placedStories: Uint32Array;
  /** Dots are shown in every case, patterns only where there are any. */
  readonly map: MapLayout;
}

/** One pattern. It has no name: people name patterns, under `key`. */
export interface Pattern {
  readonly key: string;
  readonly size: number;
  /** Of its stories, those between this and another pattern. */
  readonly between: number;
  /** Mean Jaccard similarity over the bootstraps, in [0, 1]. */
  readonly jaccard: number;
  readonly stability: Stability;
  /** Every block in use, the most different first. */
  readonly differences: readonly BlockDifference[];
  readonly telling: TellingStories;
}

/**
 * What patterns a set of stories shows. Plain values and typed arrays: it passes from a worker to a page as it is.
 *
 * - `too_few`: fewer than MOST_NEEDED complete stories; dots only.
 * - `no_patterns_k1`: no number of patterns above 1 is found again in the other half: no separate patterns.
 * - `no_patterns_null`: each question has its own shape; together they form no patterns.
 * - `no_patterns_unstable`: what was found did not come back in the bootstraps; none may be shown.
 */
export type PatternsResult =
  | (Looked & { readonly kind: 'too_few'; readonly needed: number })
  | (Looked & { readonly kind: 'no_patterns_k1'; readonly chosen: ChosenCount })
  | (Looked & {
      readonly kind: 'no_patterns_null';
      readonly chosen: ChosenCount;
      readonly independence: IndependenceNull;
    })
  | (Looked & {
      readonly kind: 'no_patterns_unstable';
      readonly chosen: ChosenCount;
      readonly independence: IndependenceNull;
      readonly jaccards: readonly number[];
    })
  | (Looked & FoundPatterns);

export interface FoundPatterns {
  readonly kind: 'patterns';
  readonly chosen: ChosenCount;
  readonly independence: IndependenceNull;
  /** Share of variation explained over all placed stories, in [0, 1]. */
  readonly explained: number;
  /** Largest first. One whose stability is `not_shown` keeps its number but must not be shown as a pattern. */
  readonly patterns: readonly Pattern[];
  /** For matching over time and for period reports with frozen centres. */
  readonly centres: Centres;
  /** Per story of the set the number of its pattern, or UNPLACED. */
  readonly patternOf: Uint8Array;
  /** Per story of the set 1 where it is between patterns. */
  readonly betweenOf: Uint8Array;
  /** Farthest from every pattern first: rows of the story set to read beside the patterns. */
  readonly fewButDifferent: readonly number[];
  /** One per grouping asked for. */
  readonly mixes: readonly Mix[];
}
