import type { Vocabulary, WordUse } from './vocabulary';

/** Words' worth of prior knowledge: the pooled vocabulary, as if so many words of it had been seen before. */
export const PRIOR_WORDS = 500;

export interface WordOdds extends WordUse {
  /** Log-odds of the word in the group less those in the rest, drawn towards 0 for rare words. */
  readonly delta: number;
  /** delta over its standard error. */
  readonly z: number;
}

/**
 * Which words a group uses more than the rest: log-odds ratio with an informative Dirichlet prior (Monroe, Colaresi and Quinn 2008,
 * Political Analysis 16, 372-403, eq. 16 and 22). a = PRIOR_WORDS · pooled share of the word;
 * delta = ln((y1+a)/(n1+A-y1-a)) - ln((y0+a)/(n0+A-y0-a)); z = delta / sqrt(1/(y1+a) + 1/(y0+a)), A = PRIOR_WORDS.
 * In the vocabulary's order. A vocabulary of one word has no odds: delta and z are 0.
 */
export function logOdds({ words, inGroup, inRest }: Vocabulary): WordOdds[] {
  return words.map((use) => {
    const prior = (PRIOR_WORDS * (use.inGroup + use.inRest)) / (inGroup + inRest);
    const group = use.inGroup + prior;
    const rest = use.inRest + prior;
    const delta =
      words.length < 2
        ? 0
        : Math.log(group / (inGroup + PRIOR_WORDS - group)) - Math.log(rest / (inRest + PRIOR_WORDS - rest));
    return { ...use, delta, z: delta / Math.sqrt(1 / group + 1 / rest) };
  });
}
