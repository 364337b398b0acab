import type { ConsentText, Edition, Signifier } from './edition';

/** One screen of Tell. `id` is the step's name in the framework's set and in saved drafts. */
export type Step =
  | { kind: 'consent'; id: string; consent: ConsentText }
  | { kind: 'interruption'; id: string }
  | { kind: 'practice'; id: string }
  | { kind: 'prompt'; id: string; promptIds: readonly string[] }
  | { kind: 'story'; id: string }
  | { kind: 'title'; id: string }
  | { kind: 'signifier'; id: string; signifier: Signifier }
  | { kind: 'question'; id: string; question: Edition['questions'][number] }
  | { kind: 'place'; id: string }
  /** Ends the core; saying no jumps to the steps named in `AFTER_CORE`. */
  | { kind: 'more'; id: string }
  | { kind: 'sharing'; id: string }
  | { kind: 'help_me'; id: string }
  | { kind: 'check'; id: string }
  | { kind: 'thanks'; id: string };

export type StepKind = Step['kind'];

const FIXED: Readonly<
  Record<
    string,
    Extract<
      StepKind,
      'interruption' | 'practice' | 'story' | 'title' | 'more' | 'sharing' | 'help_me' | 'check' | 'thanks'
    >
  >
> = {
  interruption: 'interruption',
  practice: 'practice',
  story: 'story',
  title: 'title',
  more: 'more',
  sharing: 'sharing',
  help_me: 'help_me',
  check: 'check',
  thanks: 'thanks',
};

/** Turns the ids of an edition's set into steps. @throws naming the id when a step refers to nothing in the edition */
export function stepsOf(edition: Edition): Step[] {
  return edition.set.steps.map((id) => stepOf(edition, id));
}

function stepOf(edition: Edition, id: string): Step {
  const fixed = FIXED[id];
  if (fixed !== undefined) return { kind: fixed, id };
  if (id === 'about.place') return { kind: 'place', id };
  if (id === 'prompt.choice')
    return {
      kind: 'prompt',
      id,
      promptIds: edition.prompts.filter((prompt) => prompt.deck === undefined).map((prompt) => prompt.id),
    };
  if (edition.prompts.some((prompt) => prompt.id === id)) return { kind: 'prompt', id, promptIds: [id] };
  const consent = edition.consents.find((candidate) => candidate.id === id);
  if (consent !== undefined) return { kind: 'consent', id, consent };
  const signifier = edition.signifiers.find((candidate) => candidate.id === id);
  if (signifier !== undefined) return { kind: 'signifier', id, signifier };
  const question = edition.questions.find((candidate) => candidate.id === id);
  if (question !== undefined) return { kind: 'question', id, question };
  throw new Error(`step ${id} is nothing that edition ${edition.id} ${edition.version} ${edition.audience} knows`);
}

/** Steps that still come when the teller does not want "two more minutes": about you, and the closing ones. */
export function comesAfterCore(step: Step): boolean {
  return (
    step.kind === 'question' ||
    step.kind === 'place' ||
    step.kind === 'sharing' ||
    step.kind === 'help_me' ||
    step.kind === 'check' ||
    step.kind === 'thanks'
  );
}
