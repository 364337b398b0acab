/** How a long computation tells where it is and asks whether anybody still wants its answer. */
export interface Progress {
  /** `done` of `of` steps; both grow or stay, `done` never exceeds `of`. Called some hundred times at most. */
  step(done: number, of: number): void;
  /** True once the answer is out of date: the computation then throws Cancelled at its next step. */
  cancelled(): boolean;
}

/** Thrown by a computation whose asker has gone: the one failure that needs no message. */
export class Cancelled extends Error {
  override readonly name = 'Cancelled';
}

/** For callers that neither watch nor cancel. */
export const UNWATCHED: Progress = { step: () => undefined, cancelled: () => false };

/** Reports a step, or ends the computation when nobody waits for it any more. */
export function advance(progress: Progress, done: number, of: number): void {
  if (progress.cancelled()) throw new Cancelled();
  progress.step(done, of);
}
