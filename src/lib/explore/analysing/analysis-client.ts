import { trustedScriptUrl } from '../../ui/trusted/script-url';
import type { FromAnalysis, ToAnalysis } from './analysis-messages';
import workerUrl from './analysis.worker.ts?worker&url';
import type { Question } from './questions';

/** The worker as its client sees it; a test hands in its own. */
export interface AnalysisPort {
  postMessage(message: ToAnalysis, transfer?: Transferable[]): void;
  addEventListener(type: 'message', listener: (event: { data: FromAnalysis }) => void): void;
  addEventListener(type: 'error', listener: (event: { message?: string }) => void): void;
  terminate(): void;
}

export type FromClient =
  | { readonly kind: 'progress'; readonly done: number; readonly of: number }
  | Extract<FromAnalysis, { kind: 'answered' | 'failed' }>;

/**
 * One computation at a time, and only the newest question's:
 *
 *   idle -> asked -> answered -> idle
 *             |
 *             +-- asked again or cancelled: the worker is ended in the middle of its work and a new one made when needed
 *
 * A computation of half a minute cannot hear a message, and ending the worker is the one way that always stops it. The
 * columns are copied once for each worker.
 */
export class AnalysisClient {
  #port: AnalysisPort | null = null;
  #ask = 0;
  #busy = false;

  constructor(
    private readonly columns: () => ArrayBuffer,
    private readonly onmessage: (message: FromClient) => void,
    private readonly start: () => AnalysisPort = startWorker,
  ) {}

  ask(question: Question): void {
    if (this.#busy) this.cancel();
    this.#ask += 1;
    this.#busy = true;
    this.#running().postMessage({ kind: 'ask', ask: this.#ask, question });
  }

  /** Stops what is being computed; its answer will never come. */
  cancel(): void {
    this.#busy = false;
    this.#ask += 1;
    this.#port?.terminate();
    this.#port = null;
  }

  #running(): AnalysisPort {
    if (this.#port !== null) return this.#port;
    const port = this.start();
    port.addEventListener('message', ({ data }) => this.#receive(data));
    port.addEventListener('error', ({ message }) => {
      if (this.#port !== port) return;
      this.#receive({ kind: 'failed', ask: this.#ask, message: message ?? 'the worker stopped' });
      this.#port = null;
    });
    const bytes = this.columns().slice(0);
    port.postMessage({ kind: 'load', bytes }, [bytes]);
    this.#port = port;
    return port;
  }

  #receive(message: FromAnalysis): void {
    if (message.ask !== this.#ask) return; // out of date
    if (message.kind === 'progress') return this.onmessage({ kind: 'progress', done: message.done, of: message.of });
    this.#busy = false;
    this.onmessage(message);
  }
}

function startWorker(): AnalysisPort {
  return new Worker(trustedScriptUrl(workerUrl), { type: 'module' });
}
