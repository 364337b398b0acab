import type { ChoiceSignifier } from '$lib/domain/framework/edition';
import type { Answer } from '$lib/domain/signifier/answer';
import { pick } from './choice-pick';

/** One choice being answered. Verbs return the answer they lead to. */
export class ChoiceState {
  readonly #signifier: () => ChoiceSignifier;
  readonly #answer: () => Answer | undefined;
  /** An option was pressed although no more may be chosen. */
  refused = $state(false);

  constructor(signifier: () => ChoiceSignifier, answer: () => Answer | undefined) {
    this.#signifier = signifier;
    this.#answer = answer;
  }

  get chosen(): readonly string[] {
    const answer = this.#answer();
    return answer?.state === 'answered' && answer.kind === 'choice' ? answer.chosen : [];
  }

  press(id: string): Answer | undefined {
    const { options, maxChosen } = this.#signifier();
    const next = pick(this.chosen, id, maxChosen);
    this.refused = maxChosen > 1 && next.length === this.chosen.length;
    if (next.length === 0) return undefined;
    // In the order of the question, so that the same choice is always the same answer.
    const chosen = options.map((option) => option.id).filter((option) => next.includes(option));
    return { kind: 'choice', state: 'answered', chosen };
  }
}
