import type { Progress } from '../progress';

/** A part's own steps as steps of a whole of `of`, of which `before` were done before it began. */
export function within(progress: Progress, before: number, of: number): Progress {
  return {
    step: (done) => progress.step(Math.min(of, before + done), of),
    cancelled: () => progress.cancelled(),
  };
}
