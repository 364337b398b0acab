import type { Step } from '../domain/framework/steps';
import type { Answer } from '../domain/signifier/answer';
import type { Draft } from '../domain/story/draft';
import { hasAgreed } from './visible-steps';

/** Whether the teller has put something on this step. Where not, going on is called "Skip", and is as heavy. */
export function isFilled(step: Step, draft: Draft): boolean {
  switch (step.kind) {
    case 'signifier':
      return holds(draft.answers[step.id]);
    case 'question':
      return holds(draft.questions[step.id]);
    case 'consent':
      return hasAgreed(draft, step.consent.id);
    case 'prompt':
      return step.promptIds.length < 2 || draft.prompt !== null;
    case 'story':
      return draft.text.trim() !== '' || (draft.media ?? []).length > 0 || (draft.symbols ?? []).length > 0;
    case 'title':
      return draft.title.trim() !== '';
    case 'place':
      return Object.keys(draft.places).length > 0;
    case 'more':
      return draft.more !== null;
    case 'sharing':
      return draft.sharing !== null;
    case 'help_me':
      return draft.help !== null;
    case 'interruption':
    case 'practice':
    case 'check':
    case 'thanks':
      return true;
  }
}

/** "This does not fit" is an answer; passed over is none. */
function holds(answer: Answer | undefined): boolean {
  return answer !== undefined && answer.state !== 'unanswered';
}
