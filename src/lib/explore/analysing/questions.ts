import type { CompareQuestion, Comparison } from '../compare/comparison';
import type { PatternsAnswer, PatternsQuestion } from '../patterns/patterns-answer';
import type { ReachAnswer, ReachQuestion } from '../reach/reach-answer';
import type { RegionsAnswer, RegionsQuestion } from '../regions/regions-answer';
import type { ShiftsAnswer, ShiftsQuestion } from '../shifts/shifts-answer';

/** Every page of analysis: what it asks of the worker, and what it gets. Plain data both ways. */
export type Question = CompareQuestion | PatternsQuestion | ReachQuestion | RegionsQuestion | ShiftsQuestion;

interface Answers {
  readonly compare: Comparison;
  readonly patterns: PatternsAnswer;
  readonly regions: RegionsAnswer;
  readonly reach: ReachAnswer;
  readonly shifts: ShiftsAnswer;
}

export type AnswerOf<Q extends Question> = Answers[Q['page']];
