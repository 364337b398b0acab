/** How many stories answered, and how the others did not. The same words as the kernel's, so either fits the other. */
export interface States {
  readonly answered: number;
  readonly notApplicable: number;
  readonly unanswered: number;
  readonly notAsked: number;
}

/** The stretches of the strip under a title as shares of its length; who was not asked is left blank at the end. */
export function stripOf(states: States): { solid: number; outlined: number; dotted: number } {
  const n = states.answered + states.notApplicable + states.unanswered + states.notAsked;
  const share = (count: number): number => (n === 0 ? 0 : count / n);
  return { solid: share(states.answered), outlined: share(states.notApplicable), dotted: share(states.unanswered) };
}
