import { untrack } from 'svelte';
import { AnalysisClient, type FromClient } from './analysis-client';
import type { AnswerOf, Question } from './questions';
import { recalledAnswer, rememberAnswer } from './remembered-answers';

type Phase = 'idle' | 'working' | 'answered' | 'failed' | 'cancelled';

/** The part of the client that a page needs; a test hands in its own. */
export type Asking = Pick<AnalysisClient, 'ask' | 'cancel'>;

/** One page's computation: what was asked, how far it is, and the answer while it is the answer to what was asked. */
export class Analysis<Q extends Question> {
  #phase = $state<Phase>('idle');
  #share = $state(0);
  #answer = $state.raw<AnswerOf<Q> | null>(null);
  #problem = $state.raw<string | null>(null);
  #asked = '';
  #question: Q | null = null;
  #client: Asking;
  #columns: () => ArrayBuffer;

  constructor(
    columns: () => ArrayBuffer,
    start: (columns: () => ArrayBuffer, onmessage: (message: FromClient) => void) => Asking = (...with_) =>
      new AnalysisClient(...with_),
  ) {
    this.#columns = columns;
    this.#client = start(columns, (message) => this.#receive(message));
  }

  get phase(): Phase {
    return this.#phase;
  }
  /** How much is done, in [0, 1]. */
  get share(): number {
    return this.#share;
  }
  get answer(): AnswerOf<Q> | null {
    return this.#answer;
  }
  get problem(): string | null {
    return this.#problem;
  }

  /** Asks, unless this very question is being answered or is answered: an older answer is dropped at once. */
  ask(question: Q): void {
    // Whoever asks in an effect must not wake by the answer, or a stop would begin it anew.
    untrack(() => this.#ask(question));
  }

  #ask(question: Q): void {
    const asked = JSON.stringify(question);
    if (asked === this.#asked && (this.#phase === 'working' || this.#phase === 'answered')) return;
    this.#asked = asked;
    this.#question = question;
    this.#answer = null;
    this.#problem = null;
    this.#share = 0;
    const known = recalledAnswer(this.#columns(), asked);
    if (known !== undefined) {
      this.#client.cancel();
      this.#answer = known as AnswerOf<Q>; // kept under the very question
      this.#phase = 'answered';
      return;
    }
    this.#phase = 'working';
    this.#client.ask(question);
  }

  /** Asks the same again, after a failure or when somebody had stopped it. */
  again(): void {
    const question = this.#question;
    this.#asked = '';
    if (question !== null) this.ask(question);
  }

  /** Somebody does not want to wait. */
  cancel(): void {
    if (this.#phase !== 'working') return;
    this.#client.cancel();
    this.#phase = 'cancelled';
  }

  /** The page goes, or its stories are replaced. */
  stop(): void {
    this.#client.cancel();
    this.#phase = 'idle';
    this.#asked = '';
  }

  #receive(message: FromClient): void {
    switch (message.kind) {
      case 'progress':
        this.#share = message.of === 0 ? 0 : message.done / message.of;
        return;
      case 'answered':
        this.#answer = message.answer as AnswerOf<Q>; // the client passes on only the answer to the newest question
        this.#phase = 'answered';
        rememberAnswer(this.#columns(), this.#asked, message.answer);
        return;
      case 'failed':
        this.#problem = message.message;
        this.#phase = 'failed';
    }
  }
}
