import type { AnswerOf, Question } from './questions';

/** What a page of analysis asks of the worker. */
export type ToAnalysis =
  | { readonly kind: 'load'; readonly bytes: ArrayBuffer }
  | { readonly kind: 'ask'; readonly ask: number; readonly question: Question };

export type FromAnalysis =
  | { readonly kind: 'progress'; readonly ask: number; readonly done: number; readonly of: number }
  | { readonly kind: 'answered'; readonly ask: number; readonly answer: AnswerOf<Question> }
  | { readonly kind: 'failed'; readonly ask: number; readonly message: string };
