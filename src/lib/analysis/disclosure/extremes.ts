import { ALL_RULES, type RuleSet } from './rules';

/** Fewest stories for a mark at the lowest and the highest answer. */
const FEWEST = 30;

/** The outermost dot is one person's answer: no least and no greatest is marked under 30 stories (METHOD 2d). */
export const extremesShown = extremesShownBy(ALL_RULES);

export function extremesShownBy(rules: RuleSet) {
  return (n: number): boolean => !rules.has('extremes') || n >= FEWEST;
}
