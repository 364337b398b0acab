import type { Clause } from '../columns/clause';
import { trustedScriptUrl } from '../ui/trusted/script-url';
import type { FromKernel, ToKernel } from './kernel-messages';
import workerUrl from './kernel.worker.ts?worker&url';

/** The worker as its client sees it; a test hands in its own. */
export interface KernelPort {
  postMessage(message: ToKernel): void;
  addEventListener(type: 'message', listener: (event: { data: FromKernel }) => void): void;
  addEventListener(type: 'error', listener: (event: { message?: string }) => void): void;
  terminate(): void;
}

/**
 * One question at a time, and only the newest of those that wait:
 *
 *   idle -> asked -> answered -> idle
 *            ^          |
 *            +-- waiting (the last one asked meanwhile; earlier ones are dropped)
 */
export class KernelClient {
  #asked = 0;
  #answered = 0;
  #waiting: readonly Clause[] | null = null;

  constructor(
    private readonly port: KernelPort,
    private readonly onmessage: (message: FromKernel) => void,
  ) {
    port.addEventListener('message', ({ data }) => this.#receive(data));
    port.addEventListener('error', ({ message }) => {
      this.#receive({ kind: 'select_failed', ask: this.#asked, message: message ?? 'the worker stopped' });
    });
  }

  load(url: string): void {
    this.port.postMessage({ kind: 'load', url });
  }

  select(clauses: readonly Clause[]): void {
    if (this.#asked > this.#answered) {
      this.#waiting = clauses;
      return;
    }
    this.#asked += 1;
    this.port.postMessage({ kind: 'select', ask: this.#asked, clauses });
  }

  stop(): void {
    this.port.terminate();
  }

  #receive(message: FromKernel): void {
    if (message.kind === 'selected' || message.kind === 'select_failed') {
      if (message.ask !== this.#asked) return; // stale
      this.#answered = message.ask;
      const next = this.#waiting;
      this.#waiting = null;
      if (next !== null) this.select(next);
    }
    this.onmessage(message);
  }
}

export function startKernel(onmessage: (message: FromKernel) => void): KernelClient {
  const worker = new Worker(trustedScriptUrl(workerUrl), { type: 'module' });
  return new KernelClient(worker, onmessage);
}
