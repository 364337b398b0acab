import type { Progress } from '../../analysis/progress';
import type { Kernel } from '../../columns/kernel';
import { compareGroups } from '../compare/compare-groups';
import { findPatterns } from '../patterns/find-patterns';
import { measureRegions } from '../regions/measure-regions';
import { countReach } from '../reach/count-reach';
import { findShifts } from '../shifts/find-shifts';
import type { AnswerOf, Question } from './questions';

/** Each page's question, handed to the one function that answers it. */
export function answerQuestion(kernel: Kernel, question: Question, progress: Progress): AnswerOf<Question> {
  switch (question.page) {
    case 'compare':
      return compareGroups(kernel, question);
    case 'patterns':
      return findPatterns(kernel, question, progress);
    case 'regions':
      return measureRegions(kernel, question, progress);
    case 'reach':
      return countReach(kernel);
    case 'shifts':
      return findShifts(kernel, question, progress);
  }
}
