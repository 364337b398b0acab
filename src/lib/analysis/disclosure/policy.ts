import type { Policies } from '../../domain/programme/programme';

/** The numbers behind the rules, from a programme's policy. */
export interface DisclosurePolicy {
  /** Fewest stories behind a figure; the programme's own, 5 or more. */
  readonly k: number;
  /** Fewest clusters (sessions, else collector and week): people are not identified, so gatherings are counted too. */
  readonly clusters: number;
  /** Largest share of one cluster, in (0, 1]: six stories of one hub afternoon are one group (DOMAIN 5.3.2). */
  readonly largestShare: number;
  /** Counts are given to the nearest multiple; 1 = exactly. An odd number, so that nothing lies half way. */
  readonly roundTo: number;
  /** Fewest stories that use a word. */
  readonly wordStories: number;
}

const COMMON = { clusters: 3, largestShare: 0.6, wordStories: 5 } as const;

/** The aggregate regime: viewers, boards, the public. Counts to the nearest 5. */
export function publicPolicy({ k }: Pick<Policies, 'k'>): DisclosurePolicy {
  return { ...COMMON, k: k.public, roundTo: 5 };
}

/** The record-level regime: named, contracted, audited analysts see exact counts; k guards display and claims. */
export function analystPolicy({ k }: Pick<Policies, 'k'>): DisclosurePolicy {
  return { ...COMMON, k: k.analyst, roundTo: 1 };
}
