import type { Answer } from '$lib/domain/signifier/answer';

/**
 * "This does not fit my story": an answer that puts a placement away, and brings it back when it is undone.
 * What was put away lives only as long as the screen.
 */
export class Fit {
  readonly #answer: () => Answer | undefined;
  #putAway: Answer | undefined;

  constructor(answer: () => Answer | undefined) {
    this.#answer = answer;
  }

  get misfit(): boolean {
    return this.#answer()?.state === 'not_applicable';
  }

  /** The answer after the button was pressed. */
  toggle(): Answer | undefined {
    const answer = this.#answer();
    if (answer?.state === 'not_applicable') return this.#putAway;
    this.#putAway = answer?.state === 'answered' ? answer : undefined;
    return { state: 'not_applicable' };
  }
}
