/** Whether a story's answer can be placed: the three states of the design, never merged. */
export const BLOCK_STATE = { unanswered: 0, answered: 1, notApplicable: 2 } as const;

/**
 * What a block's coordinates are: `triad` 2 in the plane, `slider` 1, `stone` 2, `ring` 1 (distance from the middle: only
 * that is meaningful on rings), `choice` one per option, `option` 1 (one option of a multiple choice: chosen or not).
 */
export type BlockKind = 'triad' | 'slider' | 'stone' | 'ring' | 'choice' | 'option';

/**
 * One signifier's answers as points, design-scaled (METHOD 2a): under uniform answering the expected squared distance of
 * two answers is 1/6 in every block, so that each signifier weighs the same whatever its kind, filters or new stories.
 */
export interface Block {
  /** The signifier's id; `signifier/stone` and `signifier/option` where one signifier has several blocks. */
  readonly id: string;
  readonly signifier: string;
  readonly kind: BlockKind;
  /** Coordinates per story. */
  readonly width: number;
  /** Row by row, `width` each; NaN where the story did not answer. */
  readonly coordinates: Float64Array;
  /** Per story one of BLOCK_STATE. Never asked counts as unanswered; a stone said not to be in the story as not applicable. */
  readonly state: Uint8Array;
}

/** Places 2^16-1 and 2^32-1 in a column of groups or clusters: the story belongs to none. */
export const NO_GROUP = 65_535;

/** A partition of stories by something they are: locality, role, age band, period. */
export interface Grouping {
  /** What it partitions by: `_place.lac`, `_audience`, `demo.role`, ... */
  readonly id: string;
  /** Ids of the groups, in the order of the columns. */
  readonly groups: readonly string[];
  /** Per story the index of its group, or NO_GROUP. */
  readonly of: Uint16Array;
}

/**
 * The stories an analysis looks at, as columns of equal length. `cluster` numbers the session, else collector and week:
 * the unit that is permuted and resampled, because stories of one gathering are not independent.
 */
export interface StorySet {
  readonly rows: number;
  readonly blocks: readonly Block[];
  readonly cluster: Uint32Array;
  /** Months since January 1970 in which the server received each story. */
  readonly month: Uint16Array;
}
