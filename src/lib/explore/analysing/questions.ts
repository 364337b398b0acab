import type { CompareQuestion, Comparison } from '../compare/comparison';

/** Every page of analysis: what it asks of the worker, and what it gets. Plain data both ways. */
export type Question = CompareQuestion;

interface Answers {
  readonly compare: Comparison;
}

export type AnswerOf<Q extends Question> = Answers[Q['page']];
