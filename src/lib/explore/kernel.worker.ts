import { createKernel } from '../columns/create-kernel';
import { decodeSnapshot } from '../columns/decode-snapshot';
import type { Kernel } from '../columns/kernel';
import { answerSelection, everythingOf } from './answer-selection';
import { fetchColumns, type HeldColumns } from './fetch-columns';
import type { FromKernel, ToKernel } from './kernel-messages';

/** Thin: it keeps the snapshot, fetches a newer one when asked, and hands questions to the kernel. */
let held: HeldColumns | null = null;
let kernel: Kernel | null = null;

function post(message: FromKernel, transfer: Transferable[] = []): void {
  self.postMessage(message, { transfer });
}

async function load(url: string): Promise<void> {
  const answer = await fetchColumns(url, held);
  if (answer.kind === 'failed') return post({ kind: 'load_failed', failure: answer.failure });
  if (answer.kind === 'unchanged') return post({ kind: 'unchanged' });
  try {
    kernel = createKernel(decodeSnapshot(answer.columns.bytes));
  } catch {
    // A snapshot of another version or a broken download; which one, the page cannot mend either way.
    return post({ kind: 'load_failed', failure: 'unreadable' });
  }
  held = answer.columns;
  const bytes = held.bytes.slice(0);
  post({ kind: 'loaded', bytes, everything: everythingOf(kernel) }, [bytes]);
}

function select(ask: number, clauses: Extract<ToKernel, { kind: 'select' }>['clauses']): void {
  if (kernel === null) return;
  try {
    const selection = answerSelection(kernel, clauses);
    post({ kind: 'selected', ask, selection }, [selection.fail.buffer]);
  } catch (error) {
    post({ kind: 'select_failed', ask, message: error instanceof Error ? error.message : String(error) });
  }
}

self.addEventListener('message', ({ data }: MessageEvent<ToKernel>) => {
  if (data.kind === 'load') void load(data.url);
  else select(data.ask, data.clauses);
});
