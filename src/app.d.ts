import type { ProblemKind } from '$lib/protocol/problem';

declare global {
  namespace App {
    /** The shape of a Problem, so that a fault of the API is answered like any other refusal. */
    interface Error {
      kind?: ProblemKind;
      message: string;
    }
    interface PageState {
      /** The screen of Tell from which this one was reached, so that Back can be the browser's own; '' = the start. */
      from?: string;
    }
  }
}

export {};
