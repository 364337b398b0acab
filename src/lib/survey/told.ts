import { hasAgreed } from './visible-steps';
import type { Step } from '../domain/framework/steps';
import type { Draft } from '../domain/story/draft';

/**
 * What is sent: answers to steps that are not on the teller's path any more ("no" to two more minutes, after having
 * answered some) stay in the draft, so that going back loses nothing, but are not told. Nor is a consent that another
 * age would have asked for.
 */
export function toldPart(draft: Draft, steps: readonly Step[]): Draft {
  const onPath = new Set(steps.map((step) => step.id));
  const kept = <T>(entries: Readonly<Record<string, T>>): Record<string, T> =>
    Object.fromEntries(Object.entries(entries).filter(([id]) => onPath.has(id)));
  const consent = draft.consent.filter((record) =>
    steps.some((step) => step.kind === 'consent' && hasAgreed({ consent: [record] }, step.consent.id)),
  );
  return { ...draft, consent, answers: kept(draft.answers), questions: kept(draft.questions) };
}
