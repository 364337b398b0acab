/** Who was heard, over all stories of the programme; a filter never changes it. */
export interface ReachQuestion {
  readonly page: 'reach';
}

export interface Heard {
  /** The option's id. */
  readonly option: string;
  readonly stories: number;
  readonly sessions: number;
  /** Months since January 1970 in which the last story came; null: none. */
  readonly lastMonth: number | null;
}

export interface ReachGroups {
  /** The dimension's id. */
  readonly id: string;
  readonly heard: readonly Heard[];
  /** Asked and left open, and not asked. */
  readonly unanswered: number;
  readonly notAsked: number;
}

export interface ReachAnswer {
  readonly stories: number;
  readonly sessions: number;
  readonly groups: readonly ReachGroups[];
}
