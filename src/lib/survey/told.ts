import type { Step } from '../domain/framework/steps';
import type { Draft } from '../domain/story/draft';

/**
 * What is sent: answers to steps that are not on the teller's path any more ("no" to two more minutes, after having
 * answered some) stay in the draft, so that going back loses nothing, but are not told.
 */
export function toldPart(draft: Draft, steps: readonly Step[]): Draft {
  const onPath = new Set(steps.map((step) => step.id));
  const kept = <T>(entries: Readonly<Record<string, T>>): Record<string, T> =>
    Object.fromEntries(Object.entries(entries).filter(([id]) => onPath.has(id)));
  return { ...draft, answers: kept(draft.answers), questions: kept(draft.questions) };
}
