import type { Step } from '../domain/framework/steps';

export interface Progress {
  /** From 1. */
  readonly now: number;
  readonly of: number;
}

/** Counts steps, not pages: a teller is told where they are, never how much of something they have done. */
export function progressOf(steps: readonly Step[], stepId: string): Progress {
  const index = steps.findIndex((step) => step.id === stepId);
  return { now: Math.max(0, index) + 1, of: steps.length };
}
