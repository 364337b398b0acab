import type { Catalogue } from '../catalogue';

/** What is counted, with its number: parts of sentences of staff that have more than one count. */
export const counts = {
  answers: { one: '{n} answer', other: '{n} answers' },
  groups: { one: '{n} place or group', other: '{n} places or groups' },
  questions: { one: '{n} question', other: '{n} questions' },
  sessions: { one: '{n} session', other: '{n} sessions' },
  stories: { one: '{n} story', other: '{n} stories' },
  tests: { one: '{n} test', other: '{n} tests' },
  texts: { one: '{n} text', other: '{n} texts' },
} as const satisfies Catalogue;
